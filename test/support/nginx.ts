// A real nginx of a test's own, in a folder of its own: a proxy before several replicas.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { nginxConfiguration } from '../../deploy/nginxConfiguration.js';
import { freePort } from './freePort.js';

const { NGINX: path = '/usr/sbin/nginx' } = process.env;

export interface Nginx {
  readonly port: number;
  /** What it wrote to its error log. */
  readonly errors: () => string;
  readonly close: () => Promise<void>;
}

/** What is shipped, and tried here. */
const SHIPPED = join(process.cwd(), 'deploy/nginx.conf');

/**
 * With the configuration that is shipped, for other addresses.
 * @param port 0: whichever is free
 */
export async function startNginx(ports: readonly number[], { port: wanted = 0 } = {}): Promise<Nginx> {
  if (!existsSync(path)) throw new Error(`There is no ${path}: install nginx, or name it in NGINX.`);
  const folder = mkdtempSync(join(tmpdir(), 'ordergraph-nginx-'));
  const port = wanted === 0 ? await freePort() : wanted;
  const configuration = join(folder, 'nginx.conf');
  writeFileSync(configuration, nginxConfiguration(SHIPPED, { port, replicas: ports, folder }));
  const nginx = spawn(path, ['-e', 'stderr', '-c', configuration, '-p', folder]);
  let errors = '';
  nginx.stderr.on('data', (chunk) => {
    errors += String(chunk);
  });
  while (!(await answers(port))) {
    if (nginx.exitCode !== null) throw new Error(`nginx did not start: ${errors}`);
    await wait(20);
  }
  return {
    port,
    errors: () => errors,
    async close() {
      const ended = once(nginx, 'exit');
      nginx.kill('SIGTERM');
      await ended;
      rmSync(folder, { recursive: true });
    },
  };
}

async function answers(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}
