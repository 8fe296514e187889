/** An intake in a process of its own, so that its memory can be measured. Its database takes everything at once. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { DummyDriver, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler } from 'kysely';
import { createIntake } from '../../../app/intake/create-intake.ts';
import { intakeServerOptions } from '../../../app/intake/intake-limits.ts';
import type { Tables } from '../../../app/store/tables.ts';

const db = new Kysely<Tables>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (own) => new PostgresIntrospector(own),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
});
const intake = createIntake({
  store: { db, engine: { kind: 'postgres', url: '' } },
  enqueueAll: () => Promise.resolve(),
  clock: () => new Date(),
  secrets: [process.argv[2] ?? ''],
  limits: { answerMs: Number(process.argv[3]) },
});
const server = createServer(intakeServerOptions, (request, response) => void intake(request, response));
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }));
process.on('message', () => process.send?.({ peakMb: process.resourceUsage().maxRSS / 1024 }));
process.on('disconnect', () => process.exit());
