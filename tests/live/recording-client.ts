import { once } from 'node:events';
import {
  type ClientMessage,
  type Notice,
  ServerFrame,
  type TopicMessage,
} from '@candor/server/http/websocket/protocol';
import { type ClientOptions, WebSocket } from 'ws';

export type Received = Notice | TopicMessage;

/** A client of the live channel that writes down all it is told. Every frame must be one that the protocol describes. */
export class RecordingClient {
  readonly socket: WebSocket;
  readonly received: Received[] = [];
  frames = 0;
  closed: { readonly code: number; readonly reason: string } | undefined;
  readonly #waiting = new Set<() => void>();

  private constructor(url: string, options: ClientOptions) {
    this.socket = new WebSocket(url, options);
    this.socket.on('message', (data) => {
      const frame = ServerFrame.parse(JSON.parse(String(data)));
      this.frames += 1;
      this.received.push(...(Array.isArray(frame) ? frame : [frame]));
      for (const look of this.#waiting) look();
    });
    this.socket.on('close', (code, reason) => {
      this.closed = { code, reason: String(reason) };
      for (const look of this.#waiting) look();
    });
    this.socket.on('error', () => {});
  }

  static async connect(url: string, options: ClientOptions = {}): Promise<RecordingClient> {
    const client = new RecordingClient(url, options);
    await once(client.socket, 'open');
    return client;
  }

  say(message: ClientMessage): void {
    this.socket.send(JSON.stringify(message));
  }

  /** Resolves with what `find` finds in what was received, as soon as it finds something. */
  until<T>(find: (received: readonly Received[]) => T | undefined | false): Promise<T> {
    return new Promise((resolve) => {
      const look = (): void => {
        const found = find(this.received);
        if (found === undefined || found === false) return;
        this.#waiting.delete(look);
        resolve(found);
      };
      this.#waiting.add(look);
      look();
    });
  }

  async untilClosed(): Promise<{ readonly code: number; readonly reason: string }> {
    return this.until(() => this.closed);
  }

  notices<Op extends Notice['op']>(op: Op): Extract<Notice, { op: Op }>[] {
    return this.received.filter(
      (message): message is Extract<Notice, { op: Op }> => 'op' in message && message.op === op,
    );
  }

  of(topic: string): TopicMessage[] {
    return this.received.filter((message): message is TopicMessage => 'seq' in message && message.topic === topic);
  }
}
