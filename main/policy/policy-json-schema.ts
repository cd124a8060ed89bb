import { z } from 'zod';
import { policySchema } from '../../core/policy.ts';

/** The policy as a JSON schema, for the editors of administrators: `docs/admin/policy.schema.json`. */
export function policyJsonSchema(): string {
  const schema = z.toJSONSchema(policySchema, { io: 'input' });
  return `${JSON.stringify({ title: 'CreateGroup policy', ...schema }, null, 2)}\n`;
}
