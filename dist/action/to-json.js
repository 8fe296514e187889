// contract/to-json.ts
/** A value as JSON can hold it: what JSON has no form for (a function, a cycle's parent) is dropped by its rules. */
const toJson = (value) => JSON.parse(JSON.stringify(value ?? null));

export { toJson as t };