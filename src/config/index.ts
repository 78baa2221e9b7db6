// The settings file: read once at start, checked wholly, every mistake named.
import { readFileSync } from 'node:fs';
import { type ValidationError, validateSync } from 'class-validator';
import { isObject } from '../common/object.js';
import { ApiKeySettings, AuthSettings, GrantSettings, JwtSettings } from './authSettings.js';
import { type Builders, builders } from './build.js';
import { ConfigError, ConfigErrors, join } from './configErrors.js';
import { GatewaySettings } from './gatewaySettings.js';
import { hashOf } from './keyHash.js';
import { AlertSettings, LogSettings, MetricsSettings, ShutdownSettings, WebhookSettings } from './operationSettings.js';
import { type Environment, errorCode } from './placeholders.js';
import { NOT_EMPTY, tokenSettingsOf } from './rules.js';
import {
  CorsSettings,
  DashboardSettings,
  DeadlineSettings,
  HttpSettings,
  LimitSettings,
  Settings,
  ShopSettings,
  TrustedDocumentSettings,
} from './settings.js';
import { CacheSettings, IndexSettings } from './storageSettings.js';
import { ShopSyncSettings, SyncSettings } from './syncSettings.js';
import { readYaml } from './yaml.js';

export { ConfigError, Settings };

/** Settings classes of gateways by the `type` that selects them. */
export type GatewayClasses = Readonly<Record<string, new () => GatewaySettings>>;

interface SettingsFile {
  readonly path: string;
  readonly environment: Environment;
  readonly gateways: GatewayClasses;
}

/**
 * Reads the settings file that ORDERGRAPH_CONFIG names.
 * @throws ConfigError naming every mistake of the file, or that it cannot be read.
 */
export function loadSettings({ path, environment, gateways }: SettingsFile): Settings {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw new ConfigError([`ORDERGRAPH_CONFIG: cannot read file ${path} (${errorCode(error)})`]);
  }
  return parseSettings(text, environment, gateways);
}

/**
 * Reads settings out of YAML, of which JSON is a part. It touches nothing but the files that `${file:…}` names.
 * @throws ConfigError naming every mistake by its path, or every syntax error by line and column; never a value.
 */
export function parseSettings(text: string, environment: Environment, gateways: GatewayClasses): Settings {
  const mistakes = new ConfigErrors();
  const settings = build(readYaml(text), builders(environment, mistakes), gateways, mistakes);
  // The builders named unknown keys already; the whitelist stands guard behind them.
  const errors = validateSync(settings, { whitelist: true, forbidNonWhitelisted: true, stopAtFirstError: true });
  const broken = [...brokenRules(errors, '')].filter(({ path }) => !mistakes.covers(path));
  for (const { path, message } of broken) mistakes.add(path, message);
  checkReferences(settings, mistakes);
  checkTokens(settings, mistakes);
  mistakes.raise();
  return settings;
}

function build(
  document: unknown,
  { text, mapping, list }: Builders,
  gateways: GatewayClasses,
  mistakes: ConfigErrors,
): Settings {
  const gateway = (value: unknown, path: string): GatewaySettings => {
    const type = isObject(value) ? text(value.type, join(path, 'type')) : undefined;
    const chosen = type !== undefined && Object.hasOwn(gateways, type) ? gateways[type] : undefined;
    if (chosen !== undefined || !isObject(value)) return mapping(chosen ?? GatewaySettings)(value, path);
    if (!mistakes.covers(join(path, 'type')))
      mistakes.add(join(path, 'type'), `must be one of ${Object.keys(gateways).join(', ')}`);
    return new GatewaySettings();
  };
  return mapping(Settings, {
    shops: list(mapping(ShopSettings, { gateways: list(gateway), sync: mapping(ShopSyncSettings) })),
    limits: mapping(LimitSettings),
    deadlines: mapping(DeadlineSettings),
    http: mapping(HttpSettings),
    shutdown: mapping(ShutdownSettings),
    metrics: mapping(MetricsSettings),
    log: mapping(LogSettings),
    alerts: mapping(AlertSettings, { webhook: mapping(WebhookSettings) }),
    cache: mapping(CacheSettings),
    index: (value, path) => (value === false ? false : mapping(IndexSettings)(value, path)),
    sync: mapping(SyncSettings),
    cors: mapping(CorsSettings),
    dashboard: mapping(DashboardSettings),
    trustedDocuments: mapping(TrustedDocumentSettings),
    auth: mapping(AuthSettings, {
      apiKeys: list(mapping(ApiKeySettings)),
      jwt: mapping(JwtSettings),
      anonymous: mapping(GrantSettings),
    }),
  })(document, '');
}

function* brokenRules(
  errors: readonly ValidationError[],
  parent: string,
): Generator<{ path: string; message: string }> {
  for (const { property, constraints = {}, children = [] } of errors) {
    const path = join(parent, /^\d+$/.test(property) ? Number(property) : property);
    for (const message of Object.values(constraints)) yield { path, message };
    yield* brokenRules(children, path);
  }
}

/** What no single setting can see: that ids and keys are unique, and that access names shops that exist. */
function checkReferences({ shops, auth }: Settings, mistakes: ConfigErrors): void {
  const ids = shops.map(({ id }) => id);
  for (const [at, first] of repeats(ids)) mistakes.add(`shops[${at}].id`, `is the same as shops[${first}].id`);
  checkKeys(auth?.apiKeys ?? [], mistakes);

  const grants: readonly (readonly [string, GrantSettings | undefined])[] = [
    ...(auth?.apiKeys ?? []).map((grant, index) => [`auth.apiKeys[${index}].shops`, grant] as const),
    ['auth.anonymous.shops', auth?.anonymous],
  ];
  for (const [path, grant] of grants) {
    if (!Array.isArray(grant?.shops)) continue;
    for (const [index, id] of grant.shops.entries())
      if (id !== '*' && !ids.includes(id) && !mistakes.covers(join(path, index)))
        mistakes.add(join(path, index), 'no shop has this id');
  }
}

/** Without a token of the settings there has to be a way to have one. */
function checkTokens({ shops, publicUrl }: Settings, mistakes: ConfigErrors): void {
  if (publicUrl !== undefined) return;
  for (const [at, { gateways }] of shops.entries())
    for (const [index, gateway] of gateways.entries())
      for (const name of tokenSettingsOf(gateway)) {
        const path = `shops[${at}].gateways[${index}].${name}`;
        const isGiven = Object.entries(gateway).some(([key, value]) => key === name && value !== undefined);
        if (!isGiven && !mistakes.covers(path)) mistakes.add(path, NOT_EMPTY);
      }
}

function checkKeys(apiKeys: readonly ApiKeySettings[], mistakes: ConfigErrors): void {
  const pathOf = (index: number): string =>
    `auth.apiKeys[${index}].${apiKeys[index]?.key === undefined ? 'sha256' : 'key'}`;
  for (const [index, { key, sha256 }] of apiKeys.entries()) {
    const path = `auth.apiKeys[${index}]`;
    if ((key === undefined) === (sha256 === undefined) && !mistakes.covers(path))
      mistakes.add(path, 'must hold either key or sha256');
  }
  for (const [at, first] of repeats(apiKeys.map(hashOf))) mistakes.add(pathOf(at), `is the same as ${pathOf(first)}`);
}

function* repeats(values: readonly unknown[]): Generator<readonly [at: number, first: number]> {
  for (const [at, value] of values.entries()) {
    const first = values.indexOf(value);
    // What is missing or empty has been named as such already.
    if (typeof value === 'string' && value !== '' && first < at) yield [at, first];
  }
}
