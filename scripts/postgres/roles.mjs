import pg from 'pg';

/**
 * The two roles of every installation. The owner changes the schema and is used by migrations alone;
 * the application's role can neither bypass row rules nor create databases, and what it may touch
 * is granted by the migrations. Safe to repeat: passwords are set again, nothing is dropped.
 */
export const OWNER = 'qiongxiang_owner';
export const APP = 'qiongxiang_app';

/**
 * Makes both roles and the database where they are missing.
 * @param {string} superuserUrl
 * @param {{database: string, ownerPassword: string, appPassword: string}} wanted
 * @returns {Promise<{ownerUrl: string, appUrl: string, created: boolean}>}
 */
export async function prepareDatabase(superuserUrl, { database, ownerPassword, appPassword }) {
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    await ensureRole(client, OWNER, ownerPassword);
    await ensureRole(client, APP, appPassword);
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [database]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${quote(database)} OWNER ${OWNER}`);
    return {
      ownerUrl: withDatabase(superuserUrl, database, OWNER, ownerPassword),
      appUrl: withDatabase(superuserUrl, database, APP, appPassword),
      created: rowCount === 0,
    };
  } finally {
    await client.end();
  }
}

async function ensureRole(client, role, password) {
  const { rowCount } = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [role]);
  const verb = rowCount === 0 ? 'CREATE' : 'ALTER';
  const rights = 'LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS NOREPLICATION';
  await client.query(`${verb} ROLE ${role} ${rights} PASSWORD ${client.escapeLiteral(password)}`);
}

function quote(name) {
  return `"${name.replaceAll('"', '""')}"`;
}

/** The same server, another database and user. */
export function withDatabase(url, database, user, password) {
  const target = new URL(url);
  target.pathname = `/${database}`;
  target.username = user;
  target.password = password;
  return target.href;
}
