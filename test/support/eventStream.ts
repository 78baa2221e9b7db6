// An event stream as a client reads it, event by event.

export interface ServerEvent {
  readonly id?: string;
  readonly event?: string;
  readonly data?: string;
  /** The text of a comment. */
  readonly comment?: string;
}

export interface EventReader {
  readonly response: Response;
  /** The next block, comments too; undefined at the end. */
  readonly nextBlock: () => Promise<ServerEvent | undefined>;
  /** The next block that is an event; undefined at the end. */
  readonly next: () => Promise<ServerEvent | undefined>;
  /** All that is left, until the stream ends. */
  readonly rest: () => Promise<readonly ServerEvent[]>;
  /** Hangs up. */
  readonly close: () => void;
}

export interface StreamOptions {
  readonly variables?: object;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Asks an operation by POST, as clients of GraphQL over SSE do. */
export async function openStream(
  url: string,
  query: string,
  { variables = {}, headers = {} }: StreamOptions = {},
): Promise<EventReader> {
  const controller = new AbortController();
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'text/event-stream', ...headers },
    body: JSON.stringify({ query, variables }),
    signal: controller.signal,
  });
  return readEvents(response, () => controller.abort());
}

export function readEvents(response: Response, close: () => void): EventReader {
  const blocks = blocksOf(response);
  const nextBlock = async (): Promise<ServerEvent | undefined> => {
    const { value } = await blocks.next();
    return value ?? undefined;
  };
  const next = async (): Promise<ServerEvent | undefined> => {
    for (;;) {
      const block = await nextBlock();
      if (block === undefined || block.event !== undefined) return block;
    }
  };
  async function rest(): Promise<readonly ServerEvent[]> {
    const events: ServerEvent[] = [];
    for (let event = await nextBlock(); event !== undefined; event = await nextBlock()) events.push(event);
    return events;
  }
  return { response, nextBlock, next, rest, close };
}

async function* blocksOf({ body }: Response): AsyncGenerator<ServerEvent, void, void> {
  let text = '';
  const decoder = new TextDecoder();
  for await (const chunk of body as unknown as AsyncIterable<Uint8Array>) {
    text += decoder.decode(chunk, { stream: true });
    const blocks = text.split('\n\n');
    text = blocks.pop() ?? '';
    yield* blocks.map(parseBlock);
  }
}

const parseBlock = (block: string): ServerEvent =>
  Object.fromEntries(
    block.split('\n').map((line) => {
      const [, name = '', value = ''] = /^([^:]*): ?(.*)$/.exec(line) ?? [];
      return [name === '' ? 'comment' : name, value];
    }),
  );
