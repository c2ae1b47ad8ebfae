/**
 * Loaded first into a server: a request that carries `x-stop: before:7` asks the database its first six questions and then stands still,
 * the seventh never sent; `after:7` sends that one, too, and never hears the answer. `write` may stand for a number: the one statement
 * that writes everything. It tells its parent which request stands.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import { Server } from 'node:http';
import pg from 'pg';

const requests = new AsyncLocalStorage();
const never = new Promise(() => undefined);

const emit = Server.prototype.emit;
Server.prototype.emit = function (event, ...parts) {
  const wanted = event === 'request' ? parts[0].headers['x-stop'] : undefined;
  if (wanted === undefined) return emit.call(this, event, ...parts);
  const [how, at] = wanted.split(':');
  return requests.run({ how, at, asked: 0, name: parts[0].headers['x-name'] }, () => emit.call(this, event, ...parts));
};

const query = pg.Client.prototype.query;
pg.Client.prototype.query = function (...call) {
  const request = requests.getStore();
  if (!request) return query.apply(this, call);
  if (request.stands) return never;
  request.asked += 1;
  const text = typeof call[0] === 'string' ? call[0] : call[0].text;
  const here = request.at === 'write' ? text.includes('insert into idempotency_key') : request.asked === Number(request.at);
  if (!here) return query.apply(this, call);
  request.stands = true;
  const tell = () => process.send({ stands: request.name });
  if (request.how === 'before') tell();
  else Promise.resolve(query.apply(this, call.filter((part) => typeof part !== 'function'))).then(tell, tell);
  return never;
};
