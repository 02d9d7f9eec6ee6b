type ColumnType = 'serial' | 'int' | 'bigint' | 'text' | 'datetime' | 'flag' | 'visibility' | `varchar(${number})`

export interface ColumnShape {
  type: ColumnType
  required: boolean
  fallback?: string | boolean
}

export interface TableShape {
  columns: Record<string, ColumnShape>
  primaryKey: readonly string[]
  indexes?: Record<string, readonly string[]>
  uniques?: Record<string, readonly string[]>
  /** The table whose `id`, or other only key, a column refers to. */
  references?: Record<string, { table: string; column: string }>
}

function required(type: ColumnType, fallback?: string | boolean): ColumnShape {
  return fallback === undefined ? { type, required: true } : { type, required: true, fallback }
}

function optional(type: ColumnType): ColumnShape {
  return { type, required: false }
}

const times = { created_at: required('datetime'), updated_at: optional('datetime') }
const softDeletion = { ...times, deleted_at: optional('datetime'), deleted: required('flag') }
const ofImage = { image_id: { table: 'images', column: 'id' } }
const ofNamespace = { namespace_id: { table: 'metadef_namespaces', column: 'id' } }

/** Glance's tables since Wallaby (`wallaby_contract01`), in an order in which each can refer to those before it. */
export const glanceSchema: Record<string, TableShape> = {
  images: {
    columns: {
      id: required('varchar(36)'),
      name: optional('varchar(255)'),
      size: optional('bigint'),
      status: required('varchar(30)'),
      ...softDeletion,
      disk_format: optional('varchar(20)'),
      container_format: optional('varchar(20)'),
      checksum: optional('varchar(32)'),
      owner: optional('varchar(255)'),
      min_disk: required('int'),
      min_ram: required('int'),
      protected: required('flag', false),
      virtual_size: optional('bigint'),
      visibility: required('visibility', 'shared'),
      os_hidden: required('flag', false),
      os_hash_algo: optional('varchar(64)'),
      os_hash_value: optional('varchar(128)'),
    },
    primaryKey: ['id'],
    indexes: {
      checksum_image_idx: ['checksum'],
      created_at_image_idx: ['created_at'],
      ix_images_deleted: ['deleted'],
      os_hash_value_image_idx: ['os_hash_value'],
      os_hidden_image_idx: ['os_hidden'],
      owner_image_idx: ['owner'],
      updated_at_image_idx: ['updated_at'],
      visibility_image_idx: ['visibility'],
    },
  },
  image_locations: {
    columns: {
      id: required('serial'),
      image_id: required('varchar(36)'),
      value: required('text'),
      ...softDeletion,
      meta_data: optional('text'),
      status: required('varchar(30)', 'active'),
    },
    primaryKey: ['id'],
    indexes: { ix_image_locations_deleted: ['deleted'], ix_image_locations_image_id: ['image_id'] },
    references: ofImage,
  },
  image_members: {
    columns: {
      id: required('serial'),
      image_id: required('varchar(36)'),
      member: required('varchar(255)'),
      can_share: required('flag'),
      ...softDeletion,
      status: required('varchar(20)', 'pending'),
    },
    primaryKey: ['id'],
    uniques: { image_members_image_id_member_deleted_at_key: ['image_id', 'member', 'deleted_at'] },
    indexes: {
      ix_image_members_deleted: ['deleted'],
      ix_image_members_image_id: ['image_id'],
      ix_image_members_image_id_member: ['image_id', 'member'],
    },
    references: ofImage,
  },
  image_properties: {
    columns: {
      id: required('serial'),
      image_id: required('varchar(36)'),
      name: required('varchar(255)'),
      value: optional('text'),
      ...softDeletion,
    },
    primaryKey: ['id'],
    uniques: { ix_image_properties_image_id_name: ['image_id', 'name'] },
    indexes: { ix_image_properties_deleted: ['deleted'], ix_image_properties_image_id: ['image_id'] },
    references: ofImage,
  },
  image_tags: {
    columns: {
      id: required('serial'),
      image_id: required('varchar(36)'),
      value: required('varchar(255)'),
      ...softDeletion,
    },
    primaryKey: ['id'],
    indexes: { ix_image_tags_image_id: ['image_id'], ix_image_tags_image_id_tag_value: ['image_id', 'value'] },
    references: ofImage,
  },
  metadef_namespaces: {
    columns: {
      id: required('serial'),
      namespace: required('varchar(80)'),
      display_name: optional('varchar(80)'),
      description: optional('text'),
      visibility: optional('varchar(32)'),
      protected: optional('flag'),
      owner: required('varchar(255)'),
      ...times,
    },
    primaryKey: ['id'],
    uniques: { uq_metadef_namespaces_namespace: ['namespace'] },
    indexes: { ix_metadef_namespaces_owner: ['owner'] },
  },
  metadef_resource_types: {
    columns: { id: required('serial'), name: required('varchar(80)'), protected: required('flag'), ...times },
    primaryKey: ['id'],
    uniques: { uq_metadef_resource_types_name: ['name'] },
  },
  metadef_namespace_resource_types: {
    columns: {
      resource_type_id: required('int'),
      namespace_id: required('int'),
      properties_target: optional('varchar(80)'),
      prefix: optional('varchar(80)'),
      ...times,
    },
    primaryKey: ['resource_type_id', 'namespace_id'],
    indexes: { ix_metadef_ns_res_types_namespace_id: ['namespace_id'] },
    references: { resource_type_id: { table: 'metadef_resource_types', column: 'id' }, ...ofNamespace },
  },
  metadef_objects: {
    columns: {
      id: required('serial'),
      namespace_id: required('int'),
      name: required('varchar(80)'),
      description: optional('text'),
      required: optional('text'),
      json_schema: required('text'),
      ...times,
    },
    primaryKey: ['id'],
    uniques: { uq_metadef_objects_namespace_id_name: ['namespace_id', 'name'] },
    indexes: { ix_metadef_objects_name: ['name'] },
    references: ofNamespace,
  },
  metadef_properties: {
    columns: {
      id: required('serial'),
      namespace_id: required('int'),
      name: required('varchar(80)'),
      json_schema: required('text'),
      ...times,
    },
    primaryKey: ['id'],
    uniques: { uq_metadef_properties_namespace_id_name: ['namespace_id', 'name'] },
    indexes: { ix_metadef_properties_name: ['name'] },
    references: ofNamespace,
  },
  metadef_tags: {
    columns: { id: required('serial'), namespace_id: required('int'), name: required('varchar(80)'), ...times },
    primaryKey: ['id'],
    uniques: { uq_metadef_tags_namespace_id_name: ['namespace_id', 'name'] },
    indexes: { ix_metadef_tags_name: ['name'] },
    references: ofNamespace,
  },
  tasks: {
    columns: {
      id: required('varchar(36)'),
      type: required('varchar(30)'),
      status: required('varchar(30)'),
      owner: required('varchar(255)'),
      expires_at: optional('datetime'),
      ...softDeletion,
      image_id: optional('varchar(36)'),
      request_id: optional('varchar(64)'),
      user_id: optional('varchar(64)'),
    },
    primaryKey: ['id'],
    indexes: {
      ix_tasks_deleted: ['deleted'],
      ix_tasks_image_id: ['image_id'],
      ix_tasks_owner: ['owner'],
      ix_tasks_status: ['status'],
      ix_tasks_type: ['type'],
      ix_tasks_updated_at: ['updated_at'],
    },
  },
  task_info: {
    columns: {
      task_id: required('varchar(36)'),
      input: optional('text'),
      result: optional('text'),
      message: optional('text'),
    },
    primaryKey: ['task_id'],
    references: { task_id: { table: 'tasks', column: 'id' } },
  },
  alembic_version: { columns: { version_num: required('varchar(32)') }, primaryKey: ['version_num'] },
}
