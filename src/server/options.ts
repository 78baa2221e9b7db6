// What a server is built of, beside its settings.
import type { DestinationStream } from 'pino';
import type { Clock } from '../common/clock.js';
import type { SharedTexts } from '../common/sharedTexts.js';
import type { TransportName } from '../config/environment.js';
import type { Settings } from '../config/index.js';
import type { ImportService, ImportServices } from '../orderIndex/import/service.js';
import type { OrderIndex } from '../orderIndex/types.js';
import type { UpstreamMemory } from '../upstream/state/memory.js';
import type { UpstreamLog } from '../upstream/state/outageLog.js';
import type { AcceptedConnections } from './acceptedConnections.js';
import type { Gate } from './graphql/pipeline.js';
import type { Lifecycle } from './lifecycle.js';
import type { Metrics } from './metrics/metrics.js';
import type { Tracing } from './tracing/tracing.js';

export interface ServerOptions {
  readonly settings: Settings;
  /** Fastify's logger settings; false: silent. */
  readonly logger?: false | { readonly level: string; readonly stream?: DestinationStream };
  /** Whether the orders' people are invented: without `auth`, anyone on this machine may then see all of them. */
  readonly sandbox?: boolean;
  /** The clock; it stamps signatures. */
  readonly now?: Clock;
  /** How many processes of this machine answer together. */
  readonly workers?: number;
  /** What carries calls to gateways. */
  readonly transport?: TransportName;
  /** How often an operation runs before it is compiled. */
  readonly compileAfter?: number;
  /** Where the cache and rate limits are shared with other processes. */
  readonly redisUrl?: string | undefined;
  /** Creates the order index, which is given the log; without it there is none. */
  readonly index?: ((log: UpstreamLog) => OrderIndex) | undefined;
  /** Creates what imports orders in bulk; by default what the order index does, where there is one. */
  readonly imports?: ((services: ImportServices) => ImportService) | undefined;
  /** How soon after the start orders are synced by themselves, milliseconds; without it they are not. */
  readonly syncAfterMs?: number | undefined;
  /** Texts beside the settings' secrets that no log may hold. */
  readonly secrets?: readonly string[];
  /** How often a quiet stream is heard of. */
  readonly heartbeatMs?: number;
  /** The connections of a server that hands its requests on; by default those of its own. */
  readonly connections?: AcceptedConnections | undefined;
  /** Where the process stands, which /readyz tells; by default it serves. */
  readonly lifecycle?: Lifecycle;
  /** What the process counts, whichever app answers; by default this app's own. */
  readonly metrics?: Metrics;
  /** What the process remembers of gateways and documents, whichever app answers; by default nothing. */
  readonly memory?: UpstreamMemory;
  /** What processes share that have neither Redis nor an index; by default this process has it for itself. */
  readonly texts?: SharedTexts;
  /** Traces what is done; without it, nothing is. */
  readonly tracing?: Tracing | undefined;
  /** Gates beside the server's own, passed after them. */
  readonly gates?: readonly Gate[];
}
