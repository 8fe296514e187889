import type { z } from 'zod';

export type Json = z.output<ReturnType<typeof z.json>>;

/** A value as JSON can hold it: what JSON has no form for (a function, a cycle's parent) is dropped by its rules. */
export const toJson = (value: unknown): Json => JSON.parse(JSON.stringify(value ?? null)) as Json;
