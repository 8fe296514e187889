import { z } from 'zod';
import { type PulseRequestField, pulseRequestFields } from '../../contract/pulse-request.ts';
import { wireDefault } from './default-of.ts';

/** An input of `workflow_dispatch`, as YAML takes it. */
export interface DispatchInput {
  description: string;
  type: 'string' | 'boolean' | 'choice';
  options?: string[];
  default?: string | boolean;
}

/** A form can only offer text, a tick or a choice; whole numbers and lists travel as text, which the contract reads. */
export function dispatchInput(name: PulseRequestField): DispatchInput {
  const schema: z.ZodType = pulseRequestFields[name];
  const { description = '' } = schema;
  const inner = schema instanceof z.ZodDefault ? schema.def.innerType : schema;
  const given: unknown = schema instanceof z.ZodDefault ? schema.def.defaultValue : undefined;
  if (typeof given === 'boolean') return { description, type: 'boolean', default: given };
  const written = wireDefault(schema);
  const shown = written === null ? {} : { default: written };
  return inner instanceof z.ZodEnum
    ? { description, type: 'choice', options: inner.options.map(String), ...shown }
    : { description, type: 'string', ...shown };
}
