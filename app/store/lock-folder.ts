import { open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { ZenPulseError } from '../../contract/zenpulse-error.ts';

const hasCode = (error: unknown, code: string) =>
  error instanceof Error && 'code' in error && error.code === code;

/** True also for a process of another user, which may not be asked. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return hasCode(error, 'EPERM');
  }
}

async function writePid(path: string): Promise<boolean> {
  try {
    const file = await open(path, 'wx');
    await file.writeFile(String(process.pid));
    await file.close();
    return true;
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false;
    throw error;
  }
}

/**
 * Holds a folder for this process by a file with its pid. A file whose process is gone, as after a crash, is taken
 * over; that of a live one never is.
 * @returns a function that gives the folder free
 * @throws ZenPulseError `data_folder_locked`
 */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  const path = join(folder, 'zenpulse.pid');
  if (!(await writePid(path))) {
    const pid = Number(await readFile(path, 'utf8'));
    const isOther = Number.isInteger(pid) && pid > 0 && pid !== process.pid && isAlive(pid);
    if (isOther || pid === process.pid) throw new ZenPulseError('data_folder_locked', { folder, pid });
    await rm(path, { force: true });
    if (!(await writePid(path))) throw new ZenPulseError('data_folder_locked', { folder, pid: 0 });
  }
  return () => rm(path, { force: true });
}
