import { ServerLost } from './tool-server.ts';

/** Fails after a time, whatever becomes of the task. @throws ServerLost */
export async function within<Result>(ms: number, what: string, task: Promise<Result>): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new ServerLost(`${what} took more than ${ms} ms`)), ms);
  });
  try {
    return await Promise.race([task, late]);
  } finally {
    clearTimeout(timer);
  }
}
