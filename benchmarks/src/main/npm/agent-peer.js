// What the agent reports, reported by Node.js with mqtt.js and sparkplug-payload: the peer of `./kiosk bench agent`.
// The same figures as often, the same devices; it watches over no app, keeps no records and takes no commands.
//
//   node agent-peer.js tcp://HOST:PORT NODE
'use strict';

const fs = require('fs');
const os = require('os');
const mqtt = require('mqtt');
const payloads = require('sparkplug-payload').get('spBv1.0');

const [broker, node] = process.argv.slice(2);
const GROUP = 'GS-621121';
const DEVICES = ['idcard', 'receipt', 'scanner', 'camera', 'document', 'sam', 'cabinet', 'pinpad'];
const SAMPLE_MS = 10000;
const FULL_REPORT_MS = 300000;
const BANDS = { 'sys/cpu_load': 0.1, 'sys/mem_used_mb': 128, 'sys/disk_free_mb': 256, 'sys/temp_c': 5 };

let seq = 0;
let reported = new Map();
let lastFull = 0;
const topic = (type, device) => ['spBv1.0', GROUP, type, node].concat(device || []).join('/');
const metric = (name, value, type) => ({ name, value, type, timestamp: Date.now() });
const next = () => { const now = seq; seq = (seq + 1) % 256; return now; };
const encode = (metrics) => payloads.encodePayload({ timestamp: Date.now(), metrics, seq: next() });

const will = payloads.encodePayload({ timestamp: Date.now(), metrics: [metric('bdSeq', 0, 'Int64')] });
const client = mqtt.connect(broker, {
  protocolVersion: 5,
  clientId: node,
  clean: true,
  keepalive: 60,
  will: { topic: topic('NDEATH'), payload: will, qos: 1, retain: false },
});

let before = os.cpus();
function cpuLoad() {
  const now = os.cpus();
  let busy = 0;
  let all = 0;
  now.forEach((cpu, i) => {
    const sum = (times) => Object.values(times).reduce((a, b) => a + b, 0);
    const past = before[i].times;
    all += sum(cpu.times) - sum(past);
    busy += sum(cpu.times) - sum(past) - (cpu.times.idle - past.idle);
  });
  before = now;
  return all === 0 ? 0 : busy / all;
}

function figures() {
  const mem = fs.readFileSync('/proc/meminfo', 'utf8');
  const available = Number(/MemAvailable:\s+(\d+)/.exec(mem)[1]) / 1024;
  const total = os.totalmem() / 1048576;
  const disk = fs.statfsSync('/tmp');
  const net = fs.readFileSync('/proc/net/dev', 'utf8').split('\n').slice(2).map((line) => line.trim().split(/[:\s]+/));
  return [
    metric('sys/cpu_load', cpuLoad(), 'Double'),
    metric('sys/mem_total_mb', Math.round(total), 'Int64'),
    metric('sys/mem_used_mb', Math.round(total - available), 'Int64'),
    metric('sys/disk_free_mb', Math.round((disk.bavail * disk.bsize) / 1048576), 'Int64'),
    metric('sys/uptime_s', Math.round(os.uptime()), 'Int64'),
    metric('net/received_bytes', net.reduce((sum, one) => sum + Number(one[1] || 0), 0), 'Int64'),
    metric('net/sent_bytes', net.reduce((sum, one) => sum + Number(one[9] || 0), 0), 'Int64'),
    metric('app/state', 'ready', 'String'),
  ];
}

function births() {
  seq = 0;
  const all = figures();
  reported = new Map(all.map((one) => [one.name, one.value]));
  lastFull = Date.now();
  const own = [metric('bdSeq', 0, 'Int64'), metric('Node Control/Rebirth', false, 'Boolean')];
  client.publish(topic('NBIRTH'), encode(own.concat(all)));
  for (const device of DEVICES) {
    client.publish(topic('DBIRTH', device), encode([
      metric('state', 'ready', 'String'), metric('fault', '', 'String'), metric('mend', 'nobody', 'String'),
      metric('kind', device, 'String'), metric('model', 'bench', 'String'), metric('simulated', true, 'Boolean'),
      metric('since', 0, 'Int64'),
    ]));
  }
}

function worthTelling(one, full) {
  if (full) return true;
  if (/uptime|_bytes/.test(one.name)) return false;
  const band = BANDS[one.name];
  const past = reported.get(one.name);
  return band === undefined ? past !== one.value : Math.abs(one.value - past) >= band;
}

function sample() {
  const full = Date.now() - lastFull >= FULL_REPORT_MS;
  const metrics = figures().filter((one) => worthTelling(one, full));
  if (full) lastFull = Date.now();
  metrics.forEach((one) => reported.set(one.name, one.value));
  if (metrics.length > 0) client.publish(topic('NDATA'), encode(metrics));
}

client.on('connect', () => client.subscribe([topic('NCMD'), topic('DCMD') + '/#'], { qos: 1 }, births));
client.on('message', births);
setInterval(sample, SAMPLE_MS);
process.on('SIGTERM', () => client.end(false, {}, () => process.exit(0)));
