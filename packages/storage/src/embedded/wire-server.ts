import { createServer, type Server, type Socket } from 'node:net';
import { createMessageReader } from './message-reader.ts';

/** A database that speaks PostgreSQL's wire protocol and has no network of its own. */
export interface WireDatabase {
  /** Runs whole messages and gives the answer's bytes as they come. Throws when the database is lost; what it said then is worth nothing. */
  execute(messages: Uint8Array, onBytes: (bytes: Uint8Array) => void): Promise<void>;
}

export interface WireServer {
  readonly server: Server;
  /** Between two statements and outside a transaction: a statement of ours disturbs nothing of the client's. */
  isAtRest(): boolean;
  /** Ends the connections and listens no more. */
  close(): Promise<void>;
}

/**
 * Returns a server of one database session. It serves one connection at a time, since the session has one transaction and one set of
 * prepared statements: statements of two clients in it would mix. The next connection waits until the one before it ended, for
 * `longestWaitMs`, and starts in a clean session.
 */
export function createWireServer(
  database: WireDatabase,
  { longestWaitMs }: { readonly longestWaitMs: number },
): WireServer {
  const waiting = new Map<Socket, NodeJS.Timeout>();
  let current: Connection | undefined;

  const serveNext = (): void => {
    const [next] = waiting;
    if (current !== undefined || next === undefined) return;
    const [socket, timer] = next;
    clearTimeout(timer);
    waiting.delete(socket);
    current = serve(database, socket, () => {
      current = undefined;
      serveNext();
    });
  };

  const server = createServer({ pauseOnConnect: true, noDelay: true }, (socket) => {
    const timer = setTimeout(() => refuse(socket), longestWaitMs);
    waiting.set(socket, timer);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => {
      clearTimeout(timer);
      waiting.delete(socket);
    });
    serveNext();
  });

  return {
    server,
    isAtRest: () => current === undefined || current.isAtRest(),
    close: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      for (const socket of waiting.keys()) socket.destroy();
      await current?.end();
      await closed;
    },
  };
}

interface Connection {
  isAtRest(): boolean;
  /** Ends it after the messages that arrived were answered. */
  end(): Promise<void>;
}

// What a client leaves behind: an extended query without its end, a transaction, prepared statements, settings, channels listened to.
const CLEAN_SESSION = Buffer.concat([message('S'), query('ROLLBACK'), query('DISCARD ALL')]);

function serve(database: WireDatabase, socket: Socket, onEnd: () => void): Connection {
  const reader = createMessageReader();
  let greeting: Buffer | undefined = Buffer.alloc(0);
  let isIdle = true;
  let work = Promise.resolve();

  const execute = async (messages: Buffer): Promise<void> => {
    if (socket.destroyed) return;
    isIdle = false;
    const answer: Buffer[] = [];
    // The bytes lie in the database's own memory, which the next statement overwrites.
    await database.execute(messages, (bytes) => answer.push(Buffer.from(bytes)));
    isIdle = endsIdle(answer);
    socket.cork();
    for (const bytes of answer) socket.write(bytes);
    socket.uncork();
  };

  const receive = (chunk: Buffer): void => {
    let rest = chunk;
    if (greeting !== undefined) {
      const { startup, left } = greet(socket, Buffer.concat([greeting, chunk]));
      if (startup === undefined) {
        greeting = left;
        return;
      }
      greeting = undefined;
      rest = left;
      enqueue(() => execute(startup));
    }
    const messages = rest.length === 0 ? undefined : reader.push(rest);
    if (messages === undefined) return;
    if (messages.bytes.length > 0) enqueue(() => execute(messages.bytes));
    if (messages.isGoodbye) enqueue(async () => void socket.end());
  };

  const enqueue = (task: () => Promise<void>): void => {
    work = work.then(task).catch(() => void socket.destroy());
  };

  socket.on('data', (chunk: Buffer) => {
    try {
      receive(chunk);
    } catch {
      socket.destroy();
    }
  });
  socket.on('close', () => {
    void work
      .then(() => database.execute(CLEAN_SESSION, () => {}))
      // A database that is lost has no session to clean.
      .catch(() => {})
      .then(onEnd);
  });
  socket.resume();

  return {
    isAtRest: () => isIdle,
    end: async () => {
      await work;
      socket.destroySoon();
    },
  };
}

const SSL_REQUEST = 80877103;
const GSS_REQUEST = 80877104;
const CANCEL_REQUEST = 80877102;
const NO = Buffer.from('N');
const LARGEST_STARTUP_BYTES = 10_000;

/** Answers what comes before the first typed message. Returns the startup message once it is whole, and what is left after it. */
function greet(socket: Socket, bytes: Buffer): { readonly startup: Buffer | undefined; readonly left: Buffer } {
  let left = bytes;
  while (left.length >= 8) {
    const length = left.readInt32BE(0);
    if (length < 8 || length > LARGEST_STARTUP_BYTES) throw new RangeError('This is no PostgreSQL client.');
    if (left.length < length) break;
    const code = left.readInt32BE(4);
    const startup = left.subarray(0, length);
    left = left.subarray(length);
    if (code === SSL_REQUEST || code === GSS_REQUEST) socket.write(NO);
    // There is no other process that could interrupt the one that computes.
    else if (code === CANCEL_REQUEST) socket.end();
    else return { startup, left };
  }
  return { startup: undefined, left };
}

// ReadyForQuery, with no transaction open.
const READY_AND_IDLE = Buffer.from([0x5a, 0, 0, 0, 5, 0x49]);

function endsIdle(answer: readonly Buffer[]): boolean {
  const last = Buffer.concat(answer.slice(-READY_AND_IDLE.length));
  return last.subarray(-READY_AND_IDLE.length).equals(READY_AND_IDLE);
}

function refuse(socket: Socket): void {
  const fields = [
    'SFATAL',
    'VFATAL',
    // too_many_connections
    'C53300',
    'MThe embedded database serves one connection at a time, and another one is open.',
  ];
  socket.resume();
  socket.end(message('E', `${fields.join('\0')}\0\0`));
}

/** Returns a simple query as a message. */
export function query(sql: string): Buffer {
  return message('Q', `${sql}\0`);
}

function message(type: string, body = ''): Buffer {
  const bytes = Buffer.alloc(5 + Buffer.byteLength(body));
  bytes.write(type, 0, 'latin1');
  bytes.writeInt32BE(4 + Buffer.byteLength(body), 1);
  bytes.write(body, 5);
  return bytes;
}
