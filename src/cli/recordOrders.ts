// Records orders one by one: each gateway of their shops is called for all that it has of them.
import type { EnvironmentSettings } from '../config/environment.js';
import type { Settings } from '../config/index.js';
import { openStoredTokens } from '../orderIndex/credentials/storedTokens.js';
import { keepExchange } from '../recording/recorder.js';
import { createStandIns } from '../recording/standIns.js';
import { type CalledGateway, calledGateways } from './calledGateways.js';
import { probe } from './check/probe.js';
import { sourceIn } from './migration.js';

export { loadSettings } from '../platforms/settings.js';

export interface OrderToRecord {
  readonly shop: string;
  readonly orderId: string;
}

/** What came of one order at one gateway. */
export interface RecordedOrder extends OrderToRecord {
  readonly gateway: string;
  /** The folder that it is in; undefined where nothing came. */
  readonly place: string | undefined;
  /** Why no order came. */
  readonly fault: string | undefined;
}

interface RecordOptions {
  readonly settings: Settings;
  readonly environment: EnvironmentSettings;
  readonly variables: NodeJS.ProcessEnv;
  readonly folder: string;
  readonly orders: readonly OrderToRecord[];
}

/** What every subtree of a document is selected by. */
const EVERYTHING = { raw: {} };

/** One call after another: accounts have their rates. */
export async function* recordOrders(options: RecordOptions): AsyncGenerator<RecordedOrder> {
  const { settings, environment, variables, folder, orders } = options;
  const source = sourceIn(environment, variables);
  const key = settings.index === false ? undefined : settings.index.encryptionKey;
  const stored = source && key !== undefined ? await openStoredTokens(source, key) : undefined;
  const standIns = createStandIns();
  const gateways = calledGateways(settings, stored);
  try {
    for (const order of orders)
      for (const called of gateways.filter(({ shop }) => shop === order.shop)) yield await record(called, order);
  } finally {
    await stored?.close();
  }

  async function record({ compiled, settings: current }: CalledGateway, order: OrderToRecord): Promise<RecordedOrder> {
    const { definition, neededSubtrees, requestedSubtrees } = compiled;
    const called = await current();
    const subtrees = requestedSubtrees(neededSubtrees(EVERYTHING));
    const query = { orderId: order.orderId, subtrees, attributeKeys: [] };
    const at = new Date();
    const { reply, fault } = await probe({
      ...{ definition, settings: called, query, timeoutMs: settings.deadlines.callMs },
    });
    const place =
      reply && (await keepExchange(folder, { definition, settings: called, query, at, ...reply }, standIns));
    return { ...order, gateway: definition.type, place, fault: fault?.code };
  }
}
