import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { api, type AccountView } from '../../../api/index.js';
import { DataTable, type Column, type TableQuery } from '../../../ui/data-table/index.js';
import { ActionButton, StatusMark, useSay, useTexts, type Tone } from '../../../ui/index.js';
import '../parts/desk.css';
import { InviteForm } from '../parts/invite-form.js';
import { GIVEN_ROLES, isGiven } from '../roles.js';
import { deskTexts } from '../texts-desk.js';

const STATUSES = ['active', 'invited', 'disabled', 'unconfirmed'] as const;
const TONE: Readonly<Record<AccountView['status'], Tone>> = { active: 'done', invited: 'waiting', unconfirmed: 'waiting', disabled: 'quiet' };

/** Everybody within the administrator's reach. */
export default function AccountsPage() {
  const t = useTexts(deskTexts);
  const [inviting, setInviting] = useState(false);
  const columns = useColumns();
  return (
    <article className="page">
      <header className="page-head">
        <div className="naming">
          <h1>{t('accounts')}</h1>
        </div>
        {inviting ? null : (
          <ActionButton icon="plus" onAct={() => setInviting(true)}>
            {t('invite')}
          </ActionButton>
        )}
      </header>
      {inviting ? <InviteForm onClose={() => setInviting(false)} /> : null}
      <DataTable<AccountView>
        name="admin-accounts"
        label={t('accounts')}
        columns={columns}
        rowKey={({ id }) => id}
        load={load}
        statuses={STATUSES.map((value) => ({ value, label: t(`st_${value}`) }))}
        empty={{ why: t('accounts_none'), what: t('accounts_none_do') }}
      />
    </article>
  );
}

function load({ q, status, after, filters }: TableQuery) {
  const chosen = STATUSES.find((one) => one === status);
  const role = filters.roles && isGiven(filters.roles) ? filters.roles : undefined;
  return api.administratorList({ query: { limit: 50, ...(after ? { after } : {}), ...(q ? { words: q } : {}), ...(chosen ? { status: chosen } : {}), ...(role ? { role } : {}) } });
}

function useColumns(): Column<AccountView>[] {
  const t = useTexts(deskTexts);
  const say = useSay();
  return [
    { key: 'name', title: t('col_name'), lead: true, render: (row) => <Link to={`/desk/accounts/${row.id}`}>{row.name}</Link> },
    { key: 'email', title: t('col_email'), render: (row) => row.email },
    { key: 'roles', title: t('col_roles'), width: 340, choices: GIVEN_ROLES.map((value) => ({ value, label: t(`role_${value}`) })), render: (row) => <Roles row={row} /> },
    { key: 'state', title: t('col_status'), render: (row) => <StatusMark word={say(row.label)} tone={TONE[row.status]} /> },
    { key: 'factor', title: t('col_factor'), render: (row) => (row.secondFactorEnabled ? t('factor_yes') : <span className="quiet">{t('factor_no')}</span>) },
  ];
}

function Roles({ row }: { readonly row: AccountView }) {
  const t = useTexts(deskTexts);
  if (row.roles.length === 0) return <span className="quiet">{t('no_roles')}</span>;
  return row.roles.map(({ id, role, nodeName }) => <div key={id}>{isGiven(role) ? t('role_at', { role: t(`role_${role}`), place: nodeName ?? '' }) : t('organisation_role')}</div>);
}
