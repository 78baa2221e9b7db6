// Pictures of invented products, drawn as SVG: what a path names looks the same every time, and no two quite alike.

import type { FastifyInstance } from 'fastify';

/** Drawn on a square of 24 by 24 with a pen, beside initials in letters that every machine has. */
const KINDS = {
  knitwear: { initials: 'KS', strokes: 'M8 3 4 6 2 13l3 1v7h14v-7l3-1-2-7-4-3c-1 2-7 2-8 0ZM5 18h14M9 10h6' },
  jeans: { initials: 'SJ', strokes: 'M7 3h10l2 18h-5l-2-12-2 12H5ZM7 6h10' },
  bottle: { initials: 'VB', strokes: 'M9 2h6v3l2 3v12a2 2 0 0 1-2 2H9a2 2 0 0 1-2-2V8l2-3ZM7 12h10M7 17h10' },
  bubbleWrap: {
    initials: 'BW',
    strokes: 'M4 12a8 8 0 1 0 16 0 8 8 0 1 0-16 0M9 12a3 3 0 1 0 6 0 3 3 0 1 0-6 0M12 20h9',
  },
  shoes: { initials: 'CS', strokes: 'M2 9v8h20v-2c0-2-2-3-5-3.5L11 8c-2 3-6 3-9 1ZM2 14h20' },
  fibre: { initials: 'PF', strokes: 'M7 18a4 4 0 0 1 0-8 5 5 0 0 1 10-1 4.5 4.5 0 0 1 0 9Z' },
  fabric: { initials: 'CT', strokes: 'M3 6c3-3 6 3 9 0s6 3 9 0v12c-3 3-6-3-9 0s-6-3-9 0ZM3 12c3-3 6 3 9 0s6 3 9 0' },
  lamp: { initials: 'DL', strokes: 'M9 21h9M13 21v-7L9 10M3 12l6-8 5 4-6 8Z' },
  jacket: { initials: 'DJ', strokes: 'M8 3 3 7v14h18V7l-5-4-4 3ZM12 6v15M3 12h18M3 16h18' },
  earphones: {
    initials: 'BE',
    strokes: 'M4 15v-3a8 8 0 0 1 16 0v3M4 14h4v6H6a2 2 0 0 1-2-2ZM20 14h-4v6h2a2 2 0 0 0 2-2Z',
  },
  coffeePot: {
    initials: 'CP',
    strokes: 'M6 8h9v11a2 2 0 0 1-2 2H8a2 2 0 0 1-2-2ZM15 10h3a3 3 0 0 1 0 6h-3M8 3v2M12 3v2',
  },
  book: { initials: 'PB', strokes: 'M4 4h7l1 1 1-1h7v15h-7l-1 1-1-1H4ZM12 5v15M7 8h2M7 12h2M15 8h2M15 12h2' },
  pillow: { initials: 'LP', strokes: 'M4 7c5 1 11 1 16 0 2 4 2 7 0 11-5-1-11-1-16 0-2-4-2-7 0-11Z' },
  fragrance: {
    initials: 'HF',
    strokes: 'M10 3h4v4h-4ZM7 10a3 3 0 0 1 3-3h4a3 3 0 0 1 3 3v9a2 2 0 0 1-2 2H9a2 2 0 0 1-2-2ZM7 14h10',
  },
  keyboard: { initials: 'MK', strokes: 'M2 7h20v11H2ZM6 11h1M10 11h1M14 11h1M18 11h1M7 15h10' },
  shirt: { initials: 'TS', strokes: 'M8 3 2 6l2 5 3-1v11h10V10l3 1 2-5-6-3c-1 2-7 2-8 0Z' },
  cable: { initials: 'UC', strokes: 'M5 2v5M9 2v5M3 7h8v4a4 4 0 0 1-8 0ZM7 15v3a4 4 0 0 0 8 0V8a3 3 0 0 1 6 0v8' },
  dripper: { initials: 'CD', strokes: 'M3 5h18l-6 9H9ZM9 14v2h6v-2M7 20h10' },
  modelShip: { initials: 'MS', strokes: 'M3 15h18l-3 6H6ZM12 15V3l7 9h-7M12 6l-6 6h6' },
  service: { initials: 'SV', strokes: 'M12 2a10 10 0 1 0 0 20 10 10 0 1 0 0-20M8 12l3 3 5-6' },
  sample: { initials: 'SA', strokes: 'M3 8l9-5 9 5v9l-9 5-9-5ZM3 8l9 5 9-5M12 13v9' },
  engraving: { initials: 'EN', strokes: 'M4 20l4-1L20 7l-3-3L5 16ZM14 7l3 3M13 20h7' },
} as const;

export type PictureKind = keyof typeof KINDS;

/** What documents name in the place of the sandbox's address, so that they are the same wherever it listens. */
const ANYWHERE = 'https://img.example.com';
const PATH = '/pictures';

/** The address of a picture, as documents have it. The name makes it one of its own. */
export const pictureOf = (kind: PictureKind, name: string): string => `${ANYWHERE}${PATH}/${kind}/${name}.svg`;

/** The text of a reply from the sandbox at an address, where its pictures are. */
export const withPictures = (text: string, sandboxUrl: string): string => text.replaceAll(ANYWHERE, sandboxUrl);

/** What is put into a reply's text has to leave it the JSON that it was. */
const PLAIN_HOST = /^[\w.:[\]-]+$/;

/** Serves the pictures, and lets every reply name them at the host that it was asked for at. */
export function servePictures(server: FastifyInstance): void {
  server.addHook('onSend', async ({ host }, _reply, payload) =>
    typeof payload === 'string' && PLAIN_HOST.test(host) ? withPictures(payload, `http://${host}`) : payload,
  );
  server.get<{ Params: { readonly kind: string; readonly name: string } }>(
    `${PATH}/:kind/:name`,
    async ({ params: { kind, name } }, reply) => {
      if (!isKind(kind)) return reply.callNotFound();
      return reply
        .type('image/svg+xml; charset=utf-8')
        .header('cache-control', 'public, max-age=86400')
        .header('content-security-policy', "default-src 'none'")
        .header('x-content-type-options', 'nosniff')
        .send(draw(kind, hash(name)));
    },
  );
}

const isKind = (kind: string): kind is PictureKind => Object.hasOwn(KINDS, kind);

function draw(kind: PictureKind, seed: number): string {
  const { initials, strokes } = KINDS[kind];
  const hue = (hash(kind) + (seed % 60)) % 360;
  const turn = (seed >>> 8) % 90;
  const [x, y] = [20 + ((seed >>> 16) % 80), 10 + ((seed >>> 24) % 30)];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 120" width="480" height="480">
<defs><linearGradient id="g" gradientTransform="rotate(${turn} .5 .5)">
<stop offset="0" stop-color="hsl(${hue} 62% 62%)"/><stop offset="1" stop-color="hsl(${(hue + 40) % 360} 58% 42%)"/>
</linearGradient></defs>
<rect width="120" height="120" fill="url(#g)"/>
<circle cx="${x}" cy="${y}" r="46" fill="#fff" opacity=".14"/>
<path transform="translate(26 18) scale(2.8)" d="${strokes}" fill="#fff" fill-opacity=".16" stroke="#fff" stroke-width="1.4" stroke-linecap="round" stroke-linejoin="round"/>
<text x="112" y="112" text-anchor="end" font-family="system-ui, sans-serif" font-size="15" font-weight="600" fill="#fff" opacity=".9">${initials}</text>
</svg>`;
}

/** FNV-1a. */
function hash(text: string): number {
  let mixed = 0x811c9dc5;
  for (const byte of Buffer.from(text)) mixed = Math.imul(mixed ^ byte, 0x01000193);
  return mixed >>> 0;
}
