// The configuration of nginx that is shipped, for processes of one machine: other addresses and folders, and no more.
import { readFileSync } from 'node:fs';

export interface NginxPlaces {
  readonly port: number;
  /** Of the replicas, on this machine. */
  readonly replicas: readonly number[];
  /** For its temporary files. */
  readonly folder: string;
}

/** @param path of the shipped configuration */
export function nginxConfiguration(path: string | URL, { port, replicas, folder }: NginxPlaces): string {
  const shipped = readFileSync(path, 'utf8');
  const servers = shipped.match(/^ *server ordergraph-\d+:4000 .*;\n/gm) ?? [];
  const [pattern = ''] = servers;
  const listed = replicas.map((replica) => pattern.replace(/ordergraph-\d+:4000/, `127.0.0.1:${replica}`));
  const asRoot = process.getuid?.() === 0 ? 'user root;\n' : '';
  return `daemon off;\n${asRoot}${shipped
    .replace(servers.join(''), listed.join(''))
    .replace('worker_processes auto;', 'worker_processes 1;')
    .replace('listen 8080;', `listen 127.0.0.1:${port};`)
    .replaceAll('/tmp/', `${folder}/`)}`;
}
