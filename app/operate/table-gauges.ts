import { type CollectFunction, Gauge, type Registry } from 'prom-client';
import { sql } from 'kysely';
import type { Db } from '../store/store.ts';

/** How many rows of a table have each value of a column. */
const counted = (db: Db, table: 'messages' | 'posts' | 'repositories', column: string) =>
  sql<{ value: string; count: string }>`
    select ${sql.ref(column)} as value, count(*) as count from ${sql.table(table)} group by 1`.execute(db);

/**
 * Counts straight from the tables, so that they are true whatever process is asked. While the database does not answer
 * they are left out, and `zenpulse_database_up` is 0.
 */
export function tableGauges(registry: Registry, db: Db): void {
  const gauge = <Label extends string>(
    name: string,
    help: string,
    labelNames: readonly Label[],
    read: (gauge: Gauge<Label>) => Promise<void>,
  ) => {
    const collect: CollectFunction<Gauge<Label>> = async function collect() {
      this.reset();
      try {
        await read(this);
      } catch {
        // What is not known is left out; another gauge says that the database does not answer.
        if (labelNames.length === 0) this.remove();
      }
    };
    return new Gauge({ name, help, labelNames, registers: [registry], collect });
  };
  const byColumn = (
    name: string,
    help: string,
    table: Parameters<typeof counted>[1],
    column: 'state' | 'status',
  ) =>
    gauge(name, help, [column], async (each) => {
      const { rows } = await counted(db, table, column);
      for (const { value, count } of rows) each.set({ [column]: value }, Number(count));
    });

  byColumn('zenpulse_messages', 'Messages by status.', 'messages', 'status');
  byColumn(
    'zenpulse_posts',
    'Posts to Slack by state; waiting and unknown ones wait for a person.',
    'posts',
    'state',
  );
  byColumn('zenpulse_repositories', 'Repositories by state.', 'repositories', 'state');
  gauge(
    'zenpulse_unhandled_deliveries',
    'Webhooks that are stored and not handled yet.',
    [],
    async (each) => {
      const { count } = await db
        .selectFrom('deliveries')
        .select(({ fn }) => fn.countAll<string>().as('count'))
        .where('handled_at', 'is', null)
        .executeTakeFirstOrThrow();
      each.set(Number(count));
    },
  );
  gauge(
    'zenpulse_oldest_unhandled_delivery_seconds',
    'How long the oldest webhook that is not handled yet has waited; 0 when none waits.',
    [],
    async (each) => {
      const { rows } = await sql<{ seconds: number | string }>`
        select coalesce(extract(epoch from now() - min(received_at)), 0) as seconds
        from deliveries where handled_at is null`.execute(db);
      each.set(Math.max(0, Number(rows[0]?.seconds ?? 0)));
    },
  );
  new Gauge({
    name: 'zenpulse_database_up',
    help: '1 when the database answers, else 0.',
    registers: [registry],
    async collect() {
      const isUp = await sql`select 1`.execute(db).then(
        () => true,
        () => false,
      );
      this.set(Number(isUp));
    },
  });
}
