import type { DatabaseConnection, Dialect, Driver } from 'kysely';

/** Thrown where the process of a test dies. */
export class Crash extends Error {
  override readonly name = 'Crash';
}

/**
 * Places at which a process may die: before and after every statement, commit and call outside. Once dead it does
 * nothing more, whoever catches the error, until it is revived.
 */
export interface CrashPoints {
  /** Dies at the n-th place from now; 0 is the next one. */
  dieAt: (place: number) => void;
  /** Alive again, as a process that was started anew. @returns whether it had died */
  revive: () => boolean;
  /** Wraps a call outside the database, which is done or not done when the process dies. */
  around: <Result>(call: () => Promise<Result>) => Promise<Result>;
}

export function createCrashPoints(): CrashPoints {
  let left = Number.POSITIVE_INFINITY;
  let isDead = false;
  const pass = () => {
    if (!isDead && left === 0) isDead = true;
    left -= 1;
    if (isDead) throw new Crash('the process died here');
  };
  return {
    dieAt: (place) => {
      left = place;
    },
    revive: () => {
      const died = isDead;
      isDead = false;
      left = Number.POSITIVE_INFINITY;
      return died;
    },
    around: async (call) => {
      pass();
      const result = await call();
      pass();
      return result;
    },
  };
}

function crashingConnection(connection: DatabaseConnection, { around }: CrashPoints): DatabaseConnection {
  return {
    executeQuery: (query, options) => around(() => connection.executeQuery(query, options)),
    streamQuery: (query, size, options) => connection.streamQuery(query, size, options),
  };
}

/** A database whose process may die at any statement; what it had not committed is then rolled back. */
export function crashingDialect(dialect: Dialect, points: CrashPoints): Dialect {
  const inner = new WeakMap<DatabaseConnection, DatabaseConnection>();
  const real = (connection: DatabaseConnection) => inner.get(connection) ?? connection;
  const crashingDriver = (driver: Driver): Driver => ({
    init: (options) => driver.init(options),
    acquireConnection: async (options) => {
      const connection = await driver.acquireConnection(options);
      const crashing = crashingConnection(connection, points);
      inner.set(crashing, connection);
      return crashing;
    },
    // Who dies once it has begun has changed nothing; its connection is left to be used again.
    beginTransaction: (connection, settings) => driver.beginTransaction(real(connection), settings),
    commitTransaction: (connection) => points.around(() => driver.commitTransaction(real(connection))),
    rollbackTransaction: (connection) => driver.rollbackTransaction(real(connection)),
    releaseConnection: (connection, options) => driver.releaseConnection(real(connection), options),
    destroy: (options) => driver.destroy(options),
  });
  return {
    createDriver: () => crashingDriver(dialect.createDriver()),
    createQueryCompiler: () => dialect.createQueryCompiler(),
    createAdapter: () => dialect.createAdapter(),
    createIntrospector: (db) => dialect.createIntrospector(db),
  };
}
