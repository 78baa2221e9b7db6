// Tests the Dockerfile, compose.yaml and the manifests of Kubernetes as far as they can be read without an engine: what they
// copy is there, what they name exists, and what must be said is said.
import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { parse, parseAllDocuments } from 'yaml';
import { nginxConfiguration } from '../../deploy/nginxConfiguration.js';
import { readEnvironment } from '../../src/config/environment.js';
import { parseSettings } from '../../src/platforms/settings.js';
import { shutdownTimesOf } from '../../src/process/shutdown.js';
import { promtool } from '../support/promtool.js';

const root = new URL('../../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8');
const isThere = (path: string): boolean => existsSync(new URL(path, root));

/** Secrets that settings of the containers name. */
const SECRETS = {
  VV_TOOL_TOKEN: 'token',
  API_KEY_SHA256: '0'.repeat(64),
  ENCRYPTION_KEY: Buffer.alloc(32).toString('base64'),
};

type Part = Readonly<Record<string, unknown>>;

/** A member far inside, by names and places. */
const at = (value: unknown, ...path: readonly (string | number)[]): unknown =>
  path.reduce<unknown>((inner, name) => (inner as Record<string | number, unknown> | undefined)?.[name], value);

describe('Dockerfile', () => {
  const lines = read('Dockerfile').replaceAll('\\\n', ' ').split('\n');
  const stages = lines.reduce<string[][]>((all, line) => {
    if (/^FROM /.test(line)) all.push([]);
    all.at(-1)?.push(line);
    return all;
  }, []);
  const last = stages.at(-1) ?? [];
  const argumentsOf = (line: string): readonly string[] =>
    line
      .split(/\s+/)
      .slice(1)
      .filter((word) => !word.startsWith('--'));
  const copied = lines
    .filter((line) => /^COPY (?!--from)/.test(line))
    .flatMap((line) => argumentsOf(line).slice(0, -1));

  test('everything that is copied is there, and .dockerignore lets it through', () => {
    const allowed = read('.dockerignore')
      .split('\n')
      .flatMap((line) => (line.startsWith('!') ? [line.slice(1)] : []));
    expect(copied.length).toBeGreaterThan(8);
    for (const path of copied) {
      expect([path, isThere(path)]).toEqual([path, true]);
      expect(allowed).toContain(path.split('/')[0]);
    }
  });

  test('what the build reads is copied before it', () => {
    const scripts = (JSON.parse(read('package.json')) as { scripts: { build: string }; files: readonly string[] })
      .scripts;
    for (const folder of ['src', 'playground', 'examples']) {
      expect(scripts.build).toContain(folder);
      expect(copied).toContain(folder);
    }
    expect(copied).toContain('schema');
  });

  test('the last stage has neither sources nor tools, a user that is not root, and a health check that exists', () => {
    expect(stages.length).toBeGreaterThan(1);
    const sources = last.filter((line) => line.startsWith('COPY '));
    expect(sources.length).toBeGreaterThan(0);
    for (const line of sources) expect(line).toMatch(/^COPY --from=\w+ /);
    expect(last.filter((line) => line.startsWith('RUN '))).toEqual([]);
    const [user = ''] = last.flatMap((line) => /^USER (\d+)/.exec(line)?.[1] ?? []);
    expect(Number(user)).toBeGreaterThan(0);
    expect(last.find((line) => line.startsWith('HEALTHCHECK'))).toContain('/healthz');
  });

  test('signals reach the program: it is started without a shell', () => {
    const entry = last.find((line) => line.startsWith('ENTRYPOINT')) ?? '';
    const words = JSON.parse(entry.replace('ENTRYPOINT ', '')) as readonly string[];
    expect(words[0]).toBe('node');
    expect(isThere(String(words[1]).replace(/^dist\/(.*)\.js$/, 'src/$1.ts'))).toBe(true);
  });

  test('its variables are those that the program takes', () => {
    const variables = Object.fromEntries(
      last
        .filter((line) => line.startsWith('ENV '))
        .flatMap((line) => argumentsOf(line).map((pair) => pair.split('='))),
    ) as Record<string, string>;
    expect(readEnvironment(variables)).toMatchObject({ host: '0.0.0.0', port: 4000 });
    expect(last).toContain(`EXPOSE ${variables.PORT}`);
  });
});

describe('compose.yaml', () => {
  const { services, volumes } = parse(read('compose.yaml'), { merge: true }) as {
    readonly services: Readonly<Record<string, Part>>;
    readonly volumes: Part;
  };
  const replicas = Object.keys(services).filter((name) => name.startsWith('ordergraph-'));

  test('two replicas share a Redis and a PostgreSQL, behind nginx, watched by Prometheus and Grafana', () => {
    expect(replicas).toEqual(['ordergraph-1', 'ordergraph-2']);
    expect(Object.keys(services).sort()).toEqual(
      [...replicas, 'nginx', 'redis', 'postgres', 'prometheus', 'grafana'].sort(),
    );
  });

  test('each replica has a read-only root, no rights beyond its own, and the variables that its settings name', () => {
    for (const name of replicas) {
      expect(services[name]).toMatchObject({ read_only: true, cap_drop: ['ALL'], tmpfs: ['/tmp'] });
      const variables = Object.keys(services[name]?.environment as Part);
      expect(variables).toEqual(expect.arrayContaining([...Object.keys(SECRETS), 'DATABASE_URL', 'REDIS_URL']));
    }
  });

  test('every file that is mounted is there, and every volume and service that is named', () => {
    const mounts = Object.values(services).flatMap(({ volumes: mounted = [] }) => mounted as readonly string[]);
    expect(mounts.length).toBeGreaterThan(6);
    for (const mount of mounts) {
      const [source = ''] = mount.split(':');
      expect([source, source.startsWith('./') ? isThere(source) : Object.hasOwn(volumes, source)]).toEqual([
        source,
        true,
      ]);
    }
    const needed = Object.values(services).flatMap(({ depends_on = {} }) => Object.keys(depends_on as Part));
    expect(needed.length).toBeGreaterThan(3);
    for (const name of needed) expect(Object.keys(services)).toContain(name);
    expect(read('deploy/prometheus.yml')).toContain(`"${replicas[0]}:9464", "${replicas[1]}:9464"`);
  });

  test('Prometheus takes its configuration and the alert rules, where they are mounted', () => {
    const folder = mkdtempSync(join(tmpdir(), 'ordergraph-prometheus-'));
    const mounted = services.prometheus?.volumes as readonly string[];
    for (const [source = '', target = ''] of mounted.map((mount) => mount.split(':')))
      if (target.startsWith('/etc/prometheus/'))
        copyFileSync(fileURLToPath(new URL(source, root)), join(folder, basename(target)));
    const rules = (parse(read('docs/operating/alerts.yaml')) as { groups: readonly [{ rules: readonly unknown[] }] })
      .groups[0].rules.length;
    const { status, text } = promtool(['check', 'config', join(folder, 'prometheus.yml')]);
    expect([status, text]).toEqual([0, expect.stringContaining(`SUCCESS: ${rules} rules found`)]);
    expect(text).toContain('prometheus.yml is valid prometheus config file');
    rmSync(folder, { recursive: true });
  });

  test('its settings are good, and a container is given the time that they take to stop', () => {
    const settings = parseSettings(read('deploy/settings.yaml'), SECRETS);
    const { delayMs, exitMs } = shutdownTimesOf(settings);
    for (const name of replicas)
      expect(Number.parseInt(String(services[name]?.stop_grace_period), 10) * 1000).toBeGreaterThan(delayMs + exitMs);
  });
});

test('nginx’s configuration names the replicas of compose.yaml, and is changed in its places alone for one machine', () => {
  const shipped = read('deploy/nginx.conf');
  expect(shipped.match(/server (\S+):4000 max_fails=0;/g)).toHaveLength(2);
  const local = nginxConfiguration(new URL('deploy/nginx.conf', root), {
    port: 6123,
    replicas: [1, 2, 3],
    folder: '/f',
  });
  expect(local.match(/server 127\.0\.0\.1:[123] max_fails=0;/g)).toHaveLength(3);
  expect(local).toContain('listen 127.0.0.1:6123;');
  expect(local).not.toContain('/tmp');
  expect(local).not.toContain('ordergraph-1');
});

describe('Kubernetes', () => {
  const documents = readdirSync(new URL('deploy/kubernetes/', root)).flatMap((name) =>
    parseAllDocuments(read(`deploy/kubernetes/${name}`)).map((document) => {
      expect(document.errors).toEqual([]);
      return document.toJS() as Part;
    }),
  );
  const ofKind = (kind: string): Part => documents.find((document) => document.kind === kind) ?? {};
  const deployment = ofKind('Deployment');
  const template = at(deployment, 'spec', 'template');
  const container = at(template, 'spec', 'containers', 0) as Part;

  test.each([
    ['ConfigMap', 'v1'],
    ['Deployment', 'apps/v1'],
    ['HorizontalPodAutoscaler', 'autoscaling/v2'],
    ['PodDisruptionBudget', 'policy/v1'],
    ['Service', 'v1'],
  ])('there is one %s, of the version %s, with a name', (kind, apiVersion) => {
    expect(documents.filter((document) => document.kind === kind)).toHaveLength(1);
    expect(ofKind(kind)).toMatchObject({ apiVersion, metadata: { name: 'ordergraph' } });
  });

  test('whatever selects pods selects those of the deployment', () => {
    const labels = at(template, 'metadata', 'labels');
    for (const selector of [
      at(deployment, 'spec', 'selector', 'matchLabels'),
      at(ofKind('Service'), 'spec', 'selector'),
      at(ofKind('PodDisruptionBudget'), 'spec', 'selector', 'matchLabels'),
    ])
      expect(selector).toEqual(labels);
    expect(at(ofKind('HorizontalPodAutoscaler'), 'spec', 'scaleTargetRef')).toEqual({
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      name: 'ordergraph',
    });
  });

  test('probes ask addresses that the server has, at ports that the container names', () => {
    const routes = read('src/server/healthRoutes.ts');
    const ports = (container.ports as readonly { readonly name: string }[]).map(({ name }) => name);
    for (const probe of ['startupProbe', 'livenessProbe', 'readinessProbe']) {
      expect(ports).toContain(at(container, probe, 'httpGet', 'port'));
      expect(routes).toContain(`'${String(at(container, probe, 'httpGet', 'path'))}'`);
    }
    expect(at(container, 'readinessProbe', 'httpGet', 'path')).toBe('/readyz');
    expect(ports).toContain(at(ofKind('Service'), 'spec', 'ports', 0, 'targetPort'));
  });

  test('a pod may write nowhere but to its temporary folder, is not root, and has limits', () => {
    expect(at(template, 'spec', 'securityContext')).toMatchObject({ runAsNonRoot: true });
    expect(container.securityContext).toMatchObject({
      readOnlyRootFilesystem: true,
      allowPrivilegeEscalation: false,
      capabilities: { drop: ['ALL'] },
    });
    expect(at(container, 'resources', 'limits', 'memory')).toBeDefined();
    expect(at(container, 'resources', 'requests', 'cpu')).toBeDefined();
    const mounts = container.volumeMounts as readonly { readonly name: string }[];
    const volumes = (at(template, 'spec', 'volumes') as readonly { readonly name: string }[]).map(({ name }) => name);
    for (const { name } of mounts) expect(volumes).toContain(name);
  });

  test('its settings are good, stand where the variable says, and a pod is given the time that they take to stop', () => {
    const settings = parseSettings(String(at(ofKind('ConfigMap'), 'data', 'settings.yaml')), SECRETS);
    const { delayMs, exitMs } = shutdownTimesOf(settings);
    expect(Number(at(template, 'spec', 'terminationGracePeriodSeconds')) * 1000).toBeGreaterThan(delayMs + exitMs);
    const [mount] = container.volumeMounts as readonly { readonly mountPath: string }[];
    expect(at(container, 'env', 0)).toEqual({ name: 'ORDERGRAPH_CONFIG', value: `${mount?.mountPath}/settings.yaml` });
  });

  test('the autoscaler keeps two replicas at least, and counts by metrics that exist', () => {
    const spec = ofKind('HorizontalPodAutoscaler').spec as Part;
    expect(Number(spec.minReplicas)).toBeGreaterThanOrEqual(2);
    const metrics = spec.metrics as readonly Part[];
    const pods = metrics.flatMap((metric) =>
      metric.type === 'Pods' ? [String(at(metric, 'pods', 'metric', 'name'))] : [],
    );
    expect(pods).toHaveLength(1);
    const declared = readdirSync(new URL('src/server/metrics/', root))
      .map((name) => read(`src/server/metrics/${name}`))
      .join('\n');
    for (const name of pods) expect(declared).toContain(`'${name.replace(/_(count|sum|bucket)$/, '')}'`);
  });
});
