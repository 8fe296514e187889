import { type Kysely, sql } from 'kysely';

/**
 * What each report told: `is_own` when it names the number under a name of the message's own repository. The present
 * name counts, and any that one of the repository's messages was asked for with: rather a row too many stays in the
 * ledger than that a pull request is told again.
 */
const tellings = sql`
  create temporary table tellings on commit drop as
  with names as (
    select id as repository_id, lower(full_name) as name from repositories
    union
    select repository_id, lower(inputs ->> 'repo') from messages
  )
  select told.message_id, told.repository_id, told.kind, told.number, count(names.name) > 0 as is_own
  from (
    select id as message_id, repository_id, kind,
      lower(split_part(key, '#', 1)) as name, cast(split_part(key, '#', 2) as numeric) as number
    from messages
    cross join lateral jsonb_array_elements_text(results -> 'included_pull_requests') as keys (key)
  ) as told
  left join names on names.repository_id = told.repository_id and names.name = told.name
  group by told.message_id, told.repository_id, told.kind, told.number`;

/** Rows of the ledger for what was told of other repositories alone. */
const foreignRows = sql`
  create temporary table foreign_rows on commit drop as
  select ledger.*
  from ledger
  join tellings on tellings.message_id = ledger.message_id and tellings.number = ledger.number
  where not tellings.is_own`;

/** Own merges that such a number hid from a line. */
const release = (kind: 'merge' | 'schedule') => {
  const settledBy = sql.ref(`${kind}_settled_by`);
  return sql`
    with hidden as (
      select merges.repository_id, merges.number, tellings.message_id,
        merges.merged_at <= streams.covered_until as is_old
      from tellings
      join messages on messages.id = tellings.message_id
      join merges on merges.repository_id = tellings.repository_id and merges.number = tellings.number
      left join streams on streams.repository_id = merges.repository_id
        and streams.base = merges.base and streams.kind = ${kind}
      left join foreign_rows on foreign_rows.message_id = tellings.message_id
        and foreign_rows.number = merges.number and foreign_rows.base = merges.base
      where tellings.kind = ${kind} and not tellings.is_own
        and case
          when merges.${settledBy} is null then foreign_rows.number is not null
          else merges.${settledBy} = tellings.message_id
            and coalesce(messages.inputs ->> 'trigger_prs', '') !~ ('(^|,)' || merges.number || '(,|$)')
        end
    )
    update merges
    set ${settledBy} = case when hidden.is_old then hidden.message_id end
    from hidden
    where merges.repository_id = hidden.repository_id and merges.number = hidden.number`;
};

const forget = sql`
  delete from ledger using foreign_rows
  where ledger.message_id = foreign_rows.message_id and ledger.number = foreign_rows.number`;

/** A report that told the own number later found its place taken. */
const restore = sql`
  insert into ledger (repository_id, kind, base, number, message_id)
  select distinct on (messages.repository_id, messages.kind, messages.base, foreign_rows.number)
    messages.repository_id, messages.kind, messages.base, foreign_rows.number, messages.id
  from foreign_rows
  join tellings on tellings.repository_id = foreign_rows.repository_id
    and tellings.kind = foreign_rows.kind and tellings.number = foreign_rows.number and tellings.is_own
  join messages on messages.id = tellings.message_id and messages.base = foreign_rows.base
  order by messages.repository_id, messages.kind, messages.base, foreign_rows.number, messages.created_at
  on conflict do nothing`;

/**
 * Numbers of other repositories leave the ledger.
 *
 * Before, a report's `acme/other#12` was written down as number 12 of the message's own repository. The own #12 then
 * counted as told: the row in the ledger hid it, or the message's pulse marked it as settled.
 *
 * - A number that a message told of other repositories alone loses its row in the ledger. Where another report told
 *   the own one, that report gets the row.
 * - An own merge that was hidden so waits again if it merged after its line's last report, that is after the instant
 *   up to which the line is covered. An older one is no news any more: it counts as settled by that message.
 * - A merge that the message was asked to decide on (`trigger_prs`) stays settled: the message left it out.
 */
export async function up(db: Kysely<never>): Promise<void> {
  for (const step of [tellings, foreignRows, release('merge'), release('schedule'), forget, restore])
    await step.execute(db);
}
