// The server's connections, accepted elsewhere: serves them, and ends them without losing a request.
import type { Server } from 'node:http';
import type { Socket } from 'node:net';

/**
 * How long an idle connection stays open once the server ends. A proxy may have sent a request over it already, which
 * closing it at once would lose; the answer to that request then tells the proxy that the connection ends.
 */
const IDLE_MS = 1_000;

const CHECK_EVERY_MS = 100;

/** What it takes besides answering: the idle connections, and closing. */
export const DRAIN_MARGIN_MS = IDLE_MS + 1_000;

export interface AcceptedConnections {
  /** Begins to serve; what it returns takes each connection. */
  readonly serve: () => (socket: Socket) => void;
  /** Whether answers say that their connection ends. */
  readonly isDraining: () => boolean;
  /** Calls back when draining begins, to end what would not end by itself; what it returns forgets it. */
  readonly onDrain: (listener: () => void) => () => void;
  /** Resolves when all connections have ended, or that time is over, with how many had to be cut off. */
  readonly drain: (maxMs: number) => Promise<number>;
}

export function createAcceptedConnections(server: Server): AcceptedConnections {
  const open = new Set<Socket>();
  let isDraining = false;
  const drainListeners = new Set<() => void>();
  let onEmpty = (): void => {};

  function take(socket: Socket): void {
    open.add(socket);
    socket.once('close', () => {
      open.delete(socket);
      if (open.size === 0) onEmpty();
    });
    socket.allowHalfOpen = true;
    // The one that Node reports a client's mistakes to.
    Object.assign(socket, { server });
    server.emit('connection', socket);
  }

  function closeIdle(): void {
    server.closeIdleConnections();
    // Node counts one over which nothing ever came as active.
    for (const socket of open) if (socket.bytesRead === 0) socket.destroy();
  }

  return {
    serve() {
      // It does not listen itself, and only then watches over its connections: their time limits, which are idle.
      server.emit('listening');
      return take;
    },
    isDraining: () => isDraining,
    onDrain(listener) {
      drainListeners.add(listener);
      return () => drainListeners.delete(listener);
    },
    async drain(maxMs) {
      isDraining = true;
      for (const listener of drainListeners) listener();
      const idleFrom = performance.now() + IDLE_MS;
      const timers: NodeJS.Timeout[] = [];
      await new Promise<void>((resolve) => {
        onEmpty = resolve;
        timers.push(setTimeout(resolve, maxMs));
        timers.push(
          setInterval(() => {
            // Immediates run when what has come was read: over none of those that are idle then a request is waiting.
            if (performance.now() >= idleFrom) setImmediate(closeIdle);
          }, CHECK_EVERY_MS),
        );
        if (open.size === 0) resolve();
      });
      for (const timer of timers) clearTimeout(timer);
      const left = open.size;
      for (const socket of open) socket.destroy();
      return left;
    },
  };
}
