import { randomUUID } from 'node:crypto'

/** 32 hexadecimal digits, as Keystone's ids are. */
export function newId(): string {
  return randomUUID().replaceAll('-', '')
}
