// The rows of the READMEs' tables that tell of each gateway: its settings, and the demo shop that is reached through it.
import { settingNamesOf } from '../config/build.js';
import { GatewaySettings } from '../config/gatewaySettings.js';
import type { OrderView } from '../order/enums.js';
import { gateways } from '../platforms/index.js';
import { sandboxGateways } from '../sandbox/gateways.js';

interface Words {
  readonly views: { readonly [view in OrderView]: string };
  readonly and: string;
  readonly stepsOf: string;
}

const READMES: { readonly [name: string]: Words } = {
  'README.md': { views: { SELLER: "the seller's", BUYER: "the buyer's" }, and: ', ', stepsOf: ', ' },
  'README.zh-CN.md': { views: { SELLER: '卖家', BUYER: '买家' }, and: '、', stepsOf: '，' },
};

export const readmeNames = Object.keys(READMES);

/** A README with these rows as the code says today. */
export function withGatewayRows(text: string, name: string): string {
  const words = READMES[name];
  if (words === undefined) throw new Error(`${name} is no README`);
  const type = `\`(${Object.keys(gateways).join('|')})\``;
  const withShops = withRows(text, new RegExp(`^\\| \`[\\w.-]+\` \\| ${type} \\|`), shopRows(words));
  return withRows(withShops, new RegExp(`^\\| ${type} \\|`), settingRows(words));
}

/** The text with its rows of one table replaced, wherever these stand. */
function withRows(text: string, isRow: RegExp, rows: readonly string[]): string {
  const lines = text.split('\n');
  const first = lines.findIndex((line) => isRow.test(line));
  const others = lines.filter((line) => !isRow.test(line));
  return [...others.slice(0, first), ...rows, ...others.slice(first)].join('\n');
}

const code = (text: string): string => `\`${text}\``;
const row = (...cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

function shopRows({ views, stepsOf }: Words): readonly string[] {
  return sandboxGateways.map(({ type, shop, documented, syntheticId }) => {
    const [documentedId = ''] = Object.keys(documented);
    const [first, second] = [syntheticId(0), syntheticId(1)];
    const synthetic = `${code(first)}${stepsOf}${BigInt(second) - BigInt(first)}`;
    return row(code(shop.id), code(type), views[gateways[type].view], code(documentedId), synthetic);
  });
}

function settingRows({ and }: Words): readonly string[] {
  const common = settingNamesOf(GatewaySettings);
  return Object.values(gateways).map(({ type, settings }) => {
    const own = settingNamesOf(settings).filter((name) => !common.includes(name));
    return row(code(type), own.map(code).join(and));
  });
}
