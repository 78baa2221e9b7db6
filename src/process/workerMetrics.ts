// Metrics of several worker processes as one: each reports to the primary process, which adds up what they counted, those
// that have ended included.
import cluster, { type Worker } from 'node:cluster';
import { setTimeout as pause } from 'node:timers/promises';
import type { Metrics } from '../server/metrics/metrics.js';
import type { MetricReport, MetricText } from '../server/metrics/registry.js';
import { answerWorkers, createAskPrimary } from './primaryQuestions.js';

/** From the primary: what do you say? */
interface ReportRequest {
  readonly metrics: 'own';
  readonly id: number;
}

/** To the primary: this. */
interface ReportMessage {
  readonly metrics: 'report';
  readonly id: number;
  readonly report: MetricReport;
}

type Message = ReportRequest | ReportMessage;

const isMessage = (message: unknown): message is Message =>
  typeof message === 'object' && message !== null && 'metrics' in message;

/** How long a worker may take to report; one that is late is told of as it was last. */
const REPORT_MS = 2_000;

/** What workers ask for: what all of them say. */
const ALL = 'the metrics of all workers';

/** In the primary process: reads what all workers counted, and lets each of them read it. */
export function serveWorkerMetrics(): () => Promise<MetricText> {
  const last = new Map<number, MetricReport>();
  const waiting = new Map<number, () => void>();
  let ended: MetricReport = [];
  let lastId = 0;

  function ask(worker: Worker): Promise<void> {
    lastId += 1;
    const id = lastId;
    const reported = new Promise<void>((resolve) => waiting.set(id, resolve));
    worker.send({ metrics: 'own', id } satisfies ReportRequest);
    return Promise.race([reported, pause(REPORT_MS, undefined, { ref: false })]).finally(() => waiting.delete(id));
  }

  async function read(): Promise<MetricText> {
    const { textOfAll } = await import('../server/metrics/registry.js');
    const workers = Object.values(cluster.workers ?? {}).filter((worker) => worker?.isConnected() === true);
    await Promise.all(workers.map((worker) => ask(worker as Worker)));
    return textOfAll([...last.values(), ended]);
  }

  answerWorkers(ALL, read);
  cluster.on('message', (worker: Worker, message: unknown) => {
    if (!isMessage(message) || message.metrics !== 'report') return;
    last.set(worker.id, message.report);
    waiting.get(message.id)?.();
  });
  cluster.on('exit', ({ id }: Worker) => {
    const report = last.get(id);
    last.delete(id);
    if (report === undefined) return;
    // What only rises must not fall when a worker ends. What it held is gone with it.
    const counted = report.filter(({ type }) => String(type) !== 'gauge');
    void import('../server/metrics/registry.js').then(async ({ sumOf }) => {
      ended = await sumOf([ended, counted]);
    });
  });
  return read;
}

/** In a worker: reports when the primary asks. */
export function reportMetrics({ report }: Pick<Metrics, 'report'>): void {
  process.on('message', (message: unknown) => {
    if (!isMessage(message) || message.metrics !== 'own') return;
    const { id } = message;
    void report().then((own) => process.send?.({ metrics: 'report', id, report: own } satisfies ReportMessage));
  });
}

/** In a worker: reads what all of them counted. */
export const createAllMetricsReader = (): (() => Promise<MetricText>) => {
  const ask = createAskPrimary<null, MetricText>(ALL);
  return () => ask(null);
};
