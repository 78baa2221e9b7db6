// Which media type a client wants its answer in.

/** The one that an Accept header asks for first: the highest q, and of equals the one written first. */
export const preferredType = (accept = ''): string | undefined =>
  accept
    .split(',')
    .map((range) => {
      const [type = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase());
      const quality = parameters.find((parameter) => parameter.startsWith('q='));
      return { type, quality: quality === undefined ? 1 : Number(quality.slice(2)) };
    })
    .filter(({ quality }) => quality > 0)
    .sort((one, other) => other.quality - one.quality)[0]?.type;

export const EVENT_STREAM = 'text/event-stream';

/** Whether an answer is wanted as an event stream, rather than all at once. */
export const prefersEventStream = (accept: string | undefined): boolean =>
  accept?.includes(EVENT_STREAM) === true && preferredType(accept) === EVENT_STREAM;
