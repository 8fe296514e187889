import { expect, test } from 'vitest';
import { idTokenSource } from '../../../action/deliver/request-id-token.ts';

const address = 'https://token.actions.test/request?api-version=2.0';

function source(answer: Response, variables: NodeJS.ProcessEnv = {}) {
  const asked: { url: string; authorization: string | null }[] = [];
  const masked: string[] = [];
  const idToken = idTokenSource({
    variables: {
      ACTIONS_ID_TOKEN_REQUEST_URL: address,
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'of-the-runner',
      ...variables,
    },
    fetch: async (input, init) => {
      const { url, headers } = new Request(input, init);
      asked.push({ url, authorization: headers.get('authorization') });
      return answer;
    },
    signal: new AbortController().signal,
    mask: (secret) => masked.push(secret),
  });
  return { asked, masked, idToken };
}

test('asks for one audience, as the runner says, and masks what comes', async () => {
  const { asked, masked, idToken } = source(Response.json({ value: 'a.b.c' }));
  expect(await idToken?.('https://app.test/callbacks#sha256=00')).toBe('a.b.c');
  expect(asked).toEqual([
    {
      url: `${address}&audience=${encodeURIComponent('https://app.test/callbacks#sha256=00')}`,
      authorization: 'Bearer of-the-runner',
    },
  ]);
  expect(masked).toEqual(['a.b.c']);
});

test.each(['ACTIONS_ID_TOKEN_REQUEST_URL', 'ACTIONS_ID_TOKEN_REQUEST_TOKEN'])(
  'there is none without the permission: %s is missing or empty',
  (name) => {
    expect(source(Response.json({}), { [name]: '' }).idToken).toBeNull();
    expect(source(Response.json({}), { [name]: undefined }).idToken).toBeNull();
  },
);

test.each([
  [new Response('secret detail', { status: 403 }), 'GitHub answered 403'],
  [Response.json({ value: '' }), 'the answer holds no token'],
  [Response.json(null), 'the answer holds no token'],
])('says what is wrong with an answer, and quotes nothing of it', async (answer, message) => {
  await expect(source(answer).idToken?.('app')).rejects.toThrow(message);
});
