/**
 * Slack's rules for a message, written out from its documentation by hand. It shares nothing with the schema of the
 * code under test, so that the two are two.
 */
type Json = Record<string, unknown>;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const listIn = (value: Json, key: string): unknown[] => {
  const list = value[key];
  return Array.isArray(list) ? list : [];
};

/** Keys that must be there, then those that may. */
function keyFaults(value: Json, must: readonly string[], may: readonly string[] = []): string[] {
  const keys = Object.keys(value);
  return [
    ...must.filter((key) => !keys.includes(key)).map((key) => `${String(value['type'])} lacks ${key}`),
    ...keys
      .filter((key) => ![...must, ...may].includes(key))
      .map((key) => `${String(value['type'])} has an unknown ${key}`),
  ];
}

function stringFaults(value: Json, key: string, most: number): string[] {
  const text = value[key];
  if (typeof text !== 'string') return [`${key} is no string`];
  if (text === '') return [`${key} is empty`];
  return text.length > most ? [`${key} has ${text.length} characters`] : [];
}

function textObjectFaults(value: unknown, types: readonly string[], most: number): string[] {
  if (!isObject(value)) return ['no text object'];
  const type = String(value['type']);
  if (!types.includes(type)) return [`a text object of type ${type}`];
  return [
    ...keyFaults(value, ['type', 'text'], [type === 'mrkdwn' ? 'verbatim' : 'emoji']),
    ...stringFaults(value, 'text', most),
    ...(type === 'mrkdwn' && value['verbatim'] !== true ? ['mrkdwn that is preprocessed'] : []),
  ];
}

function inlineFaults(value: unknown): string[] {
  if (!isObject(value)) return ['no inline element'];
  if (value['type'] === 'text') {
    const style = value['style'] ?? {};
    const styles = isObject(style) ? Object.entries(style) : [['style', style] as const];
    return [
      ...keyFaults(value, ['type', 'text'], ['style']),
      ...stringFaults(value, 'text', 3_000),
      ...styles
        .filter(([name, on]) => !['bold', 'italic', 'strike', 'code'].includes(name) || on !== true)
        .map(([name]) => `an unknown style ${name}`),
    ];
  }
  if (value['type'] === 'link') {
    const url = String(value['url']);
    return [
      ...keyFaults(value, ['type', 'url', 'text']),
      ...stringFaults(value, 'text', 3_000),
      ...(/^https?:\/\/[^\s<>|"]+$/.test(url) ? [] : [`a link to ${url}`]),
    ];
  }
  return [`an inline element of type ${String(value['type'])}`];
}

function richSectionFaults(value: unknown): string[] {
  if (!isObject(value) || value['type'] !== 'rich_text_section') return ['no rich_text_section'];
  const elements = listIn(value, 'elements');
  return [
    ...keyFaults(value, ['type', 'elements']),
    ...(elements.length === 0 ? ['an empty rich_text_section'] : []),
    ...elements.flatMap(inlineFaults),
  ];
}

function richFaults(value: unknown): string[] {
  if (!isObject(value) || value['type'] !== 'rich_text_list') return richSectionFaults(value);
  const items = listIn(value, 'elements');
  return [
    ...keyFaults(value, ['type', 'style', 'elements'], ['indent', 'offset', 'border']),
    ...(value['style'] === 'bullet' || value['style'] === 'ordered' ? [] : ['a list of an unknown style']),
    ...(items.length === 0 ? ['an empty list'] : []),
    ...items.flatMap(richSectionFaults),
  ];
}

/** All characters a rich text block shows. */
function shownIn(value: unknown): number {
  if (!isObject(value)) return 0;
  const own = typeof value['text'] === 'string' ? value['text'].length : 0;
  return listIn(value, 'elements').reduce<number>((sum, inner) => sum + shownIn(inner), own);
}

function blockFaults(block: unknown): string[] {
  if (!isObject(block)) return ['no block'];
  const elements = listIn(block, 'elements');
  switch (block['type']) {
    case 'header':
      return [...keyFaults(block, ['type', 'text']), ...textObjectFaults(block['text'], ['plain_text'], 150)];
    case 'context':
      return [
        ...keyFaults(block, ['type', 'elements']),
        ...(elements.length < 1 || elements.length > 10 ? [`${elements.length} elements in a context`] : []),
        ...elements.flatMap((element) => textObjectFaults(element, ['plain_text', 'mrkdwn'], 3_000)),
      ];
    case 'rich_text':
      return [
        ...keyFaults(block, ['type', 'elements']),
        ...(elements.length === 0 ? ['an empty rich_text'] : []),
        ...(shownIn(block) > 3_000 ? [`${shownIn(block)} characters in a block`] : []),
        ...elements.flatMap(richFaults),
      ];
    default:
      return [`a block of type ${String(block['type'])}`];
  }
}

/** Every string in a value. */
export function allStrings(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(allStrings) : [];
}

/** What Slack would refuse, or obey, in the body of a message. Empty when there is nothing. */
export function slackFaults(message: unknown): string[] {
  if (!isObject(message)) return ['no message'];
  const blocks = listIn(message, 'blocks');
  const bytes = Buffer.byteLength(JSON.stringify(blocks));
  return [
    ...stringFaults(message, 'text', 4_000),
    ...(blocks.length < 1 || blocks.length > 50 ? [`${blocks.length} blocks`] : []),
    ...(bytes > 11_500 ? [`${bytes} bytes of blocks`] : []),
    ...blocks.flatMap(blockFaults),
    ...allStrings(message)
      .filter((text) => /<[!@#]/.test(text))
      .map((text) => `a mark in ${JSON.stringify(text)}`),
  ];
}
