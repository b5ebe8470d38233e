// The TUF of npm beside ours.
//
//   node peer.js read METADATA-URL TARGETS-URL FOLDER TARGET…   tuf-js reads a repository, beginning with FOLDER/root.json; one line
//                                                              per target, or one that begins with "fault"
//   node peer.js serve NAME CONTENT                            a repository of repo-mock on a loopback port: prints the port, then
//                                                              the root on one line; ends with its standard input
'use strict';

const fs = require('fs');
const http = require('http');
const path = require('path');

const [task, ...words] = process.argv.slice(2);

async function read(metadataBaseUrl, targetBaseUrl, folder, ...names) {
  const { Updater } = require('tuf-js');
  const targetDir = path.join(folder, 'targets');
  fs.mkdirSync(targetDir);
  const updater = new Updater({ metadataDir: folder, metadataBaseUrl, targetDir, targetBaseUrl });
  await updater.refresh();
  for (const name of names) {
    const info = await updater.getTargetInfo(name);
    if (info === undefined) {
      console.log(`none ${name}`);
    } else {
      const file = await updater.downloadTarget(info, path.join(targetDir, 'file'));
      console.log(`${name} ${fs.readFileSync(file, 'utf8')}`);
    }
  }
}

function serve(name, content) {
  const { initializeTUFRepo, tufHandlers } = require('@tufjs/repo-mock');
  const repository = initializeTUFRepo([{ name, content: Buffer.from(content) }]);
  const answers = new Map(tufHandlers(repository, {}).map((handler) => [handler.path, handler.fn]));
  const server = http.createServer((request, response) => {
    const answer = answers.get(request.url);
    const { statusCode, response: body } = answer ? answer() : { statusCode: 404, response: '' };
    response.writeHead(statusCode);
    response.end(body);
  });
  server.listen(0, '127.0.0.1', () => {
    console.log(server.address().port);
    console.log(JSON.stringify(repository.rootMeta.toJSON()));
  });
  process.stdin.on('end', () => process.exit(0)).resume();
}

if (task === 'read') {
  read(...words).catch((error) => {
    console.log(`fault ${error}`);
    process.exitCode = 1;
  });
} else {
  serve(...words);
}
