// Listens to one edge node with sparkplug-client, decodes everything with sparkplug-payload, asks for one rebirth, and
// ends with the node. One line per message on standard output; a line that begins with "fault" for whatever is wrong.
//
//   node peer.js tcp://HOST:PORT GROUP NODE
'use strict';

const sparkplug = require('sparkplug-client');
const payloads = require('sparkplug-payload').get('spBv1.0');
const proto = require('sparkplug-payload/lib/sparkplugPayloadProto');

const Payload = proto.org.eclipse.tahu.protobuf.Payload;
const REBIRTH = 'Node Control/Rebirth';
const LIMIT_MS = 60000;

const [broker, group, node] = process.argv.slice(2);
const born = new Map(); // alias -> {name, type}
let expectedSeq = null;
let askedForRebirth = false;

const client = sparkplug.newClient({
  serverUrl: broker,
  username: '',
  password: '',
  groupId: 'peers',
  edgeNode: 'peer',
  clientId: 'npm-peer',
  version: 'spBv1.0',
});

const say = (line) => console.log(line);
const fault = (line) => say(`fault ${line}`);

// DATA carries no datatype: the births told it. The library looks for it in the message, so it is put there.
function decode(type, bytes) {
  const raw = Payload.decode(bytes);
  if (type.endsWith('DATA')) {
    for (const metric of raw.metrics) {
      const known = born.get(String(metric.alias));
      if (known === undefined) {
        fault(`${type} has an alias that was not born: ${metric.alias}`);
      } else {
        metric.datatype = known.type;
      }
    }
  }
  return { raw, payload: payloads.decodePayload(Payload.encode(raw).finish()) };
}

function checkSeq(type, payload) {
  if (type === 'NDEATH') {
    if (payload.seq !== undefined && payload.seq !== null && Number(payload.seq) !== 0) {
      fault('NDEATH has a seq');
    }
    return;
  }
  const seq = Number(payload.seq);
  if (type === 'NBIRTH') {
    born.clear();
  } else if (seq !== expectedSeq) {
    fault(`${type} has seq ${seq}, not ${expectedSeq}`);
  }
  expectedSeq = (seq + 1) % 256;
}

function checkBirth(type, raw) {
  for (const metric of raw.metrics) {
    const aliased = Object.prototype.hasOwnProperty.call(metric, 'alias');
    if (!metric.name || !metric.datatype || !metric.timestamp) {
      fault(`${type}: a metric lacks name, datatype or timestamp`);
    }
    if (aliased && type === 'NBIRTH' && born.has(String(metric.alias))) {
      fault(`${type}: alias ${metric.alias} is used twice`);
    }
    if (aliased) {
      born.set(String(metric.alias), { name: metric.name, type: metric.datatype });
    }
  }
}

function checkValues(type, raw, payload) {
  payload.metrics.forEach((metric, i) => {
    const absent = raw.metrics[i].isNull === true;
    if (!absent && (metric.value === null || metric.value === undefined)) {
      fault(`${type}: no value of ${metric.name || metric.alias}`);
    }
    if (type.endsWith('DATA') && metric.name) {
      fault(`${type}: a name beside the alias`);
    }
  });
}

function hear(topic, bytes) {
  const [, , type, , device] = topic.split('/');
  if (type.endsWith('CMD')) {
    return;
  }
  checkSeq(type, Payload.decode(bytes));
  if (type.endsWith('BIRTH')) {
    checkBirth(type, Payload.decode(bytes));
  }
  const { raw, payload } = decode(type, bytes);
  checkValues(type, raw, payload);
  const values = payload.metrics.map((metric) => {
    const known = born.get(String(metric.alias));
    return `${metric.name || (known && known.name)}=${metric.value}`;
  });
  say([type, device || '-', ...values].join(' | '));
  if (type === 'DDATA' && !askedForRebirth) {
    askedForRebirth = true;
    const metrics = [{ name: REBIRTH, type: 'Boolean', value: true }];
    const request = payloads.encodePayload({ timestamp: Date.now(), metrics });
    client.client.publish(`spBv1.0/${group}/NCMD/${node}`, request);
  }
  if (type === 'NDEATH') {
    client.stop();
    process.exit(0);
  }
}

client.on('error', (problem) => fault(`client: ${problem}`));
client.on('birth', () => {
  client.publishNodeBirth({ timestamp: Date.now(), metrics: [] });
  client.subscribeTopic(`spBv1.0/${group}/+/${node}/#`, { qos: 0 }, () => say('listening'));
  // The library's own listener decodes every message too, and would throw on one that it cannot read.
  client.client.on('message', (topic, bytes) => {
    if (topic.split('/')[1] === group) {
      try {
        hear(topic, bytes);
      } catch (problem) {
        fault(`${topic}: ${problem.stack}`);
      }
    }
  });
});
process.on('uncaughtException', (problem) => {
  fault(`uncaught: ${problem.stack}`);
  process.exit(1);
});
setTimeout(() => {
  fault(`the node did not die within ${LIMIT_MS} ms`);
  process.exit(1);
}, LIMIT_MS).unref();
