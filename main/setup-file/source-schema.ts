import { z } from 'zod';
import { setupSourceSchema } from '../../core/setup-file.ts';

/** The JSON schema of what an administrator writes, for editors: docs/admin/setup-file.schema.json. */
export function sourceSchemaJson(): string {
  const { $schema, ...schema } = z.toJSONSchema(setupSourceSchema, { io: 'input', target: 'draft-2020-12' });
  return `${JSON.stringify({ $schema, title: 'Set-up file of CreateGroup', ...schema }, null, 2)}\n`;
}
