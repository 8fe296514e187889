import { CronExpressionParser } from 'cron-parser';
import { repositoryFilePath } from '../../contract/repository-file-path.ts';
import { ZenPulseError } from '../../contract/zenpulse-error.ts';
import type { Policy } from './policy.ts';

type Schedule = NonNullable<Policy['schedule']>;

const refuse = ({ cron, zone }: Schedule) =>
  new ZenPulseError('repository_file_invalid', {
    source: repositoryFilePath,
    problems: [
      {
        field: 'triggers.schedule',
        got: `${cron} in ${zone}`,
        accepts: 'five cron fields, such as "0 8 * * 1", and an IANA time zone, such as Europe/Berlin',
      },
    ],
  });

function slots(schedule: Schedule, at: Date) {
  try {
    return CronExpressionParser.parse(schedule.cron, { currentDate: at, tz: schedule.zone });
  } catch {
    throw refuse(schedule);
  }
}

/**
 * The first slot after an instant, in the schedule's own zone.
 * @throws ZenPulseError `repository_file_invalid` when there is no such time or zone
 */
export const nextSlot = (schedule: Schedule, after: Date): Date => {
  const found = slots(schedule, after);
  try {
    return found.next().toDate();
  } catch {
    throw refuse(schedule);
  }
};

/** The last slot up to an instant, itself included. @throws as `nextSlot` */
export const latestSlot = (schedule: Schedule, upTo: Date): Date => {
  const found = slots(schedule, new Date(upTo.getTime() + 1));
  try {
    return found.prev().toDate();
  } catch {
    throw refuse(schedule);
  }
};
