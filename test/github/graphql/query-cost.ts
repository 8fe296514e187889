import { type DocumentNode, type FieldNode, Kind, type SelectionSetNode } from 'graphql';

export interface QueryCost {
  /** Nodes the query may return at most. */
  nodeCount: number;
  /** Points: connections asked, a hundred to a point. */
  cost: number;
}

/** Rules as GitHub documents them: pages multiply with the pages around them, before anything is read. */
export function queryCost(document: DocumentNode, variables: Readonly<Record<string, unknown>>): QueryCost {
  const fragments = new Map(
    document.definitions.flatMap((each) =>
      each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each.selectionSet] as const] : [],
    ),
  );
  let nodeCount = 0;
  let calls = 0;

  function walk(selections: SelectionSetNode | undefined, times: number): void {
    for (const selection of selections?.selections ?? []) {
      if (selection.kind === Kind.FRAGMENT_SPREAD) walk(fragments.get(selection.name.value), times);
      else if (selection.kind === Kind.INLINE_FRAGMENT) walk(selection.selectionSet, times);
      else {
        const size = pageSize(selection, variables);
        if (size !== undefined) {
          calls += times;
          nodeCount += times * size;
        }
        walk(selection.selectionSet, times * (size ?? 1));
      }
    }
  }

  for (const each of document.definitions) {
    if (each.kind === Kind.OPERATION_DEFINITION) walk(each.selectionSet, 1);
  }
  return { nodeCount, cost: Math.max(1, Math.round(calls / 100)) };
}

function pageSize(field: FieldNode, variables: Readonly<Record<string, unknown>>): number | undefined {
  for (const { name, value } of field.arguments ?? []) {
    if (name.value !== 'first' && name.value !== 'last') continue;
    if (value.kind === Kind.INT) return Number(value.value);
    const given = value.kind === Kind.VARIABLE ? variables[value.name.value] : undefined;
    if (typeof given === 'number') return given;
  }
  return undefined;
}
