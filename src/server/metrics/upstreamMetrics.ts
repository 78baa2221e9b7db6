// The metrics of the cache and of the gateways.
import type { Histogram } from '../../common/histogram.js';
import { AlertKind, AuthorizationState, Circuit } from '../../order/enums.js';
import { CACHE_LEVELS, type GatewayCounts } from '../../upstream/counts.js';
import type { ShopGateway } from '../../upstream/types.js';
import type { Labels, MetricDefinition, Sample } from './metric.js';
import type { MetricSource } from './source.js';

const GATEWAY = ['shop', 'gateway'];

/** One value of each gateway that was configured since the start. */
const ofGateways =
  <Value extends number | Histogram>(read: (counts: GatewayCounts) => Value) =>
  ({ upstream }: MetricSource): readonly Sample<Value>[] =>
    [...upstream.gateways()].map((counts) => [labelsOf(counts), read(counts)]);

const labelsOf = ({ shop, gateway }: GatewayCounts): Labels => ({ shop, gateway });

/** Of each gateway of the settings: 1 in the state that it is in, 0 in the others. */
const statesOf =
  <State extends string>(states: readonly State[], stateOf: (gateway: ShopGateway) => State | undefined) =>
  ({ app }: MetricSource): readonly Sample<number>[] =>
    [...(app?.shops.values() ?? [])].flatMap(({ gateways }) =>
      gateways.flatMap((gateway) => {
        const current = stateOf(gateway);
        if (current === undefined) return [];
        return states.map((state) => [{ ...labelsOf(gateway.counts), state }, Number(state === current)] as const);
      }),
    );

export const upstreamMetrics: readonly MetricDefinition<MetricSource>[] = [
  {
    name: 'ordergraph_cache_answers_total',
    type: 'counter',
    help: 'Orders by what of them was cached: all (hit), a part, too old but better than none (stale), nothing (miss).',
    labels: ['result'],
    read: ({ upstream: { answers } }) =>
      Object.entries(answers).map(([result, count]) => [{ result: result.toLowerCase() }, count]),
  },
  {
    name: 'ordergraph_cache_lookups_total',
    type: 'counter',
    help: 'Documents that were looked for at each level of the cache.',
    labels: ['level', 'result'],
    read: ({ upstream: { lookups } }) =>
      CACHE_LEVELS.flatMap((level) => [
        [{ level, result: 'hit' }, lookups[level].hits] as const,
        [{ level, result: 'miss' }, lookups[level].misses] as const,
      ]),
  },
  {
    name: 'ordergraph_coalesced_requests_total',
    type: 'counter',
    help: 'Requests for an order that joined a call in flight.',
    read: ({ upstream }) => [[{}, upstream.joined]],
  },
  {
    name: 'ordergraph_gateway_call_duration_seconds',
    type: 'histogram',
    help: 'How long calls to gateways took, whatever came of them.',
    labels: GATEWAY,
    read: ofGateways(({ calls }) => calls),
  },
  {
    name: 'ordergraph_gateway_faults_total',
    type: 'counter',
    help: 'Calls to gateways that ended in a fault.',
    labels: [...GATEWAY, 'code'],
    read: ({ upstream }) =>
      [...upstream.gateways()].flatMap((counts) =>
        [...counts.faults].map(([code, count]) => [{ ...labelsOf(counts), code }, count] as const),
      ),
  },
  {
    name: 'ordergraph_gateway_retries_total',
    type: 'counter',
    help: 'Calls to gateways that were made again.',
    labels: GATEWAY,
    read: ofGateways(({ retries }) => retries),
  },
  {
    name: 'ordergraph_gateway_cost_points_total',
    type: 'counter',
    help: 'What calls cost, in the points of gateways that say so.',
    labels: GATEWAY,
    read: ofGateways(({ cost }) => cost),
  },
  {
    name: 'ordergraph_gateway_wait_duration_seconds',
    type: 'histogram',
    help: 'How long calls waited for their turn in the queue before a gateway.',
    labels: GATEWAY,
    read: ofGateways(({ waits }) => waits),
  },
  {
    name: 'ordergraph_gateway_queue_length',
    type: 'gauge',
    help: 'Calls that wait for their turn.',
    labels: GATEWAY,
    read: ofGateways(({ waiting }) => waiting),
  },
  {
    name: 'ordergraph_gateway_calls_in_flight',
    type: 'gauge',
    help: 'Calls that were sent and are not answered yet.',
    labels: GATEWAY,
    read: ofGateways(({ inFlight }) => inFlight),
  },
  {
    name: 'ordergraph_gateway_circuit',
    type: 'gauge',
    help: 'In how many processes the circuit of a gateway is in this state.',
    labels: [...GATEWAY, 'state'],
    read: statesOf(Object.keys(Circuit), ({ health }) => health.current.circuit),
  },
  {
    name: 'ordergraph_gateway_authorization',
    type: 'gauge',
    help: 'In how many processes the authorization of a gateway, by tokens that end, is in this state.',
    labels: [...GATEWAY, 'state'],
    read: statesOf(Object.keys(AuthorizationState), ({ tokens }) => tokens?.authorization().state),
  },
  {
    name: 'ordergraph_gateway_authorization_expiry_timestamp_seconds',
    type: 'gauge',
    isShared: true,
    help: 'When the access token of a gateway ends, where its platform has said so.',
    labels: GATEWAY,
    read: ({ app }) =>
      [...(app?.shops.values() ?? [])].flatMap(({ gateways }) =>
        gateways.flatMap(({ counts, tokens }) => {
          const expiresAt = tokens?.authorization().expiresAt;
          return expiresAt ? [[labelsOf(counts), expiresAt.getTime() / 1000] as const] : [];
        }),
      ),
  },
  {
    name: 'ordergraph_gateway_quota_exhausted_until_timestamp_seconds',
    type: 'gauge',
    isShared: true,
    help: 'Until when the calls of a gateway are used up, where it has said so and they are.',
    labels: GATEWAY,
    read: ({ app }) =>
      [...(app?.shops.values() ?? [])].flatMap(({ gateways }) =>
        gateways.flatMap(({ counts, health }) => {
          const until = health.quotaExhaustion()?.until;
          return until ? [[labelsOf(counts), until.getTime() / 1000] as const] : [];
        }),
      ),
  },
  {
    name: 'ordergraph_gateway_unknown_codes_total',
    type: 'counter',
    help: 'Codes in documents of a gateway that no table of its platform knows.',
    labels: [...GATEWAY, 'field', 'code'],
    read: ({ upstream }) =>
      [...upstream.gateways()].flatMap((counts) =>
        [...counts.unknownCodes].map(([key, count]) => {
          const [field = '', ...code] = key.split(' ');
          return [{ ...labelsOf(counts), field, code: code.join(' ') }, count] as const;
        }),
      ),
  },
  {
    name: 'ordergraph_shop_alerts',
    type: 'gauge',
    isShared: true,
    help: 'What somebody should see to at a shop.',
    labels: ['shop', 'kind'],
    read: ({ app }) =>
      [...(app?.shops.values() ?? [])].flatMap(({ shop }) =>
        Object.keys(AlertKind).map(
          (kind) =>
            [{ shop: shop.id, kind }, shop.health.alerts.filter((alert) => alert.kind === kind).length] as const,
        ),
      ),
  },
];
