/** What TypeScript's DOM does not know yet: Chromium's way to ask for a file again. */
interface AskableHandle extends FileSystemFileHandle {
  queryPermission?(options: { mode: 'read' }): Promise<PermissionState>
  requestPermission?(options: { mode: 'read' }): Promise<PermissionState>
}

/** Whether the file can be read without asking the person. */
export async function mayReadAgain(handle: AskableHandle): Promise<boolean> {
  return (await handle.queryPermission?.({ mode: 'read' }).catch(() => 'prompt')) === 'granted'
}

/** The file behind a handle, after asking where the browser wants it; null where it is refused or the file is gone. */
export async function readAgain(handle: AskableHandle): Promise<File | null> {
  try {
    const allowed = (await mayReadAgain(handle)) || (await handle.requestPermission?.({ mode: 'read' })) === 'granted'
    return allowed ? await handle.getFile() : null
  } catch {
    return null
  }
}
