// Tests that a secret is whatever a settings class declares one, under any name, with a class that no gateway has.
import { beforeEach, describe, expect, test } from '@jest/globals';
import { IsOptional } from 'class-validator';
import Fastify from 'fastify';
import { Fault } from '../../src/common/fault.js';
import { GatewaySettings } from '../../src/config/gatewaySettings.js';
import { parseSettings } from '../../src/config/index.js';
import { Text, Texts } from '../../src/config/rules.js';
import { Secret } from '../../src/config/secret.js';
import { createRedactor, logRedaction, secretsOf } from '../../src/config/secrets.js';
import { redactFault } from '../../src/upstream/redactFault.js';
import { lineStream } from '../support/lineStream.js';

class PaperSettings extends GatewaySettings {
  @Text()
  readonly drawer!: string;

  @Secret()
  @Text()
  readonly privateKey!: string;

  @Secret()
  @IsOptional()
  @Texts('must be a list')
  readonly seals?: readonly string[];
}

class ThickPaperSettings extends PaperSettings {}

const gateway = { drawer: 'the upper one', privateKey: 'sentinel-key', seals: ['sentinel-wax', 'sentinel-lead'] };
const shops = ['PAPER', 'THICK_PAPER'].map((type) => ({ id: type, name: type, gateways: [{ type, ...gateway }] }));
const settings = parseSettings(
  JSON.stringify({ shops }),
  {},
  { PAPER: PaperSettings, THICK_PAPER: ThickPaperSettings },
);

test('secretsOf finds the values of declared secrets, in lists and inherited ones too, and no others', () => {
  const secrets = ['sentinel-key', 'sentinel-wax', 'sentinel-lead'];
  expect(secretsOf(settings)).toEqual([...secrets, ...secrets]);
});

test('a fault that repeats a declared secret is redacted', () => {
  const fault = new Fault('UPSTREAM_BAD_REQUEST', 'bad key sentinel-key', {
    upstreamMessage: 'sealed in sentinel-wax',
  });
  const { message, details } = redactFault(fault, createRedactor(secretsOf(settings)));
  expect([message, details.upstreamMessage]).toEqual(['bad key ***', 'sealed in ***']);
});

describe('the logger', () => {
  let lines: string[] = [];
  beforeEach(() => {
    lines = [];
  });
  const stream = lineStream((line) => {
    lines.push(line);
  });
  const { log } = Fastify({ logger: { stream, ...logRedaction(settings) } });

  test.each<readonly [where: string, logged: unknown]>([
    ['the settings', { settings }],
    ['a gateway', settings.shops[0]?.gateways[0]],
    ['an error', new Error('cannot open the drawer with sentinel-key')],
    ['the same name elsewhere', { call: { privateKey: 'sentinel of someone else' } }],
    ['the name as gateways write it', { private_key: 'sentinel of someone else' }],
  ])('the logger redacts declared secrets in %s', (_where, logged) => {
    log.info(logged as object);
    expect(lines).toHaveLength(1);
    expect(lines[0]).not.toContain('sentinel');
    expect(lines[0]).toContain('***');
  });

  test('the logger writes settings that are no secrets as they are', () => {
    log.info(settings.shops[0]?.gateways[0]);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ type: 'PAPER', drawer: 'the upper one', privateKey: '***' });
  });
});
