// `ordergraph import FILE`: imports the orders that a CSV or NDJSON file names into a running server, and shows how far
// it is.
import { serverOf } from '../callServer.js';
import { type Command, EXIT } from '../command.js';
import { follow, type ImportProgress, sendFile } from '../importClient.js';
import { createImportView } from '../importView.js';
import type { Words } from '../language.js';
import { apiKeyWith, ORDERGRAPH_URL } from '../variables.js';

export const importOrders: Command = {
  name: 'import',
  summary: {
    en: 'Has the orders that a file names fetched into the index of a running server',
    zh: '让运行中的服务把文件所列的订单收进索引',
  },
  operands: 'FILE',
  count: [1, 1],
  options: {},
  details: {
    en: `FILE is CSV with the header shop,orderId or shop,orderId,outOrderId (.csv), or has a JSON object with these members
on each line (.ndjson, .jsonl).

The server goes on when this program is ended; running it again with the same file shows how far it is.`,
    zh: `FILE 为 CSV，表头是 shop,orderId 或 shop,orderId,outOrderId（.csv）；或每行一个含这些成员的 JSON 对象（.ndjson、.jsonl）。

本程序结束后服务仍会继续；用同一文件再次运行，可以看到进度。`,
  },
  variables: { ORDERGRAPH_URL, ORDERGRAPH_API_KEY: apiKeyWith('orders:import') },
  statuses: {
    en: '0  every order was fetched\n1  some were refused or failed, or the server cannot be asked\n2  the command line is wrong',
    zh: '0  所有订单都已收进\n1  有订单被拒或失败，或无法访问服务\n2  命令行有误',
  },
  async run({ positionals: [file = ''] }, { environment, language, errors }) {
    const server = serverOf(environment);
    const started = await sendFile(file, server);
    for (const { line, message } of started.refused) errors.write(`${lineWords(line)[language]}${message}\n`);
    const view = createImportView(process.stdout, language);
    let last: ImportProgress = started;
    try {
      for await (last of follow(started, server)) view.show(last);
    } finally {
      view.end();
    }
    return last.failed === 0 && last.refused.length === 0 ? EXIT.DONE : EXIT.FAILED;
  },
};

const lineWords = (line: number): Words => ({ en: `Line ${line}: `, zh: `第 ${line} 行：` });
