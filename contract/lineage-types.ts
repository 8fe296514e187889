/** The in-toto names of a lineage; apart, for who writes one does not need the schema that checks one. */
export const statementType = 'https://in-toto.io/Statement/v1';
export const lineagePredicateType = 'https://zenpulse.dev/lineage/v1';
