import { beforeEach, expect, it } from 'vitest';
import { allWith, intakeForTest, secret, signatureOf } from '../app/intake/intake-for-test.ts';
import { createManualJobs, type ManualJobs } from '../app/kit/manual-jobs.ts';
import { describeEachStore } from '../app/kit/store-for-test.ts';

const body = JSON.stringify({ action: 'closed', repository: { id: 1, full_name: 'acme/shop' } });

/** The text with the letter at one place replaced by its neighbour. */
const changedAt = (text: string, place: number) =>
  text.slice(0, place) + String.fromCharCode(text.charCodeAt(place) ^ 1) + text.slice(place + 1);

describeEachStore('W1: a webhook whose signature does not fit', (store) => {
  let jobs: ManualJobs;
  beforeEach(async () => {
    jobs = await createManualJobs(store().db);
  });

  const expectNothingStored = async () => {
    expect(await store().db.selectFrom('deliveries').selectAll().execute()).toEqual([]);
    expect(await jobs.waiting()).toEqual([]);
  };

  it.each([
    ['is missing', ''],
    ['is empty', 'sha256='],
    ['is made with another secret', signatureOf(body, 'another secret')],
    ['is made with an empty secret', signatureOf(body, '')],
    ['is of another body', signatureOf(`${body} `)],
    ['is cut', signatureOf(body).slice(0, -1)],
    ['has more behind it', `${signatureOf(body)}00`],
    ['is all zeros', `sha256=${'0'.repeat(64)}`],
  ])('is refused when it %s', async (_, signature) => {
    const { send } = await intakeForTest({ store: store(), enqueueAll: allWith(jobs.enqueue) });
    const answer = await send(body, { headers: { 'x-hub-signature-256': signature } });
    expect(answer).toMatchObject({ status: 401, body: { error: { code: 'webhook_unverified' } } });
    expect(JSON.stringify(answer)).not.toContain(secret);
    await expectNothingStored();
  });

  it('is refused when one byte of the body was changed, wherever it is', async () => {
    const { send } = await intakeForTest({ store: store(), enqueueAll: allWith(jobs.enqueue) });
    const headers = { 'x-hub-signature-256': signatureOf(body) };
    const answers = await Promise.all(
      Array.from(body, (_, place) => send(changedAt(body, place), { headers })),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([401]));
    await expectNothingStored();
  });
});
