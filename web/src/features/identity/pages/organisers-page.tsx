import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, useCommand, type NodeBody, type NodeShown } from '../../../api/index.js';
import { ActionButton, ErrorNote, TextField, useTexts } from '../../../ui/index.js';
import '../parts/desk.css';
import { ADMIN, organisersQuery } from '../queries-desk.js';
import { deskTexts } from '../texts-desk.js';

const KINDS = ['province', 'city', 'district', 'town', 'village'] as const;

/** The tree of organisers within the administrator's reach. */
export default function OrganisersPage() {
  const t = useTexts(deskTexts);
  const organisers = useQuery(organisersQuery);
  const nodes = organisers.data ?? [];
  const known = new Set(nodes.map(({ id }) => id));
  const roots = nodes.filter(({ parentId }) => !parentId || !known.has(parentId));
  return (
    <article className="page">
      <h1>{t('organisers')}</h1>
      <p className="quiet">{t('organisers_lead')}</p>
      <div className="page-body">
        {organisers.isError ? <ErrorNote error={organisers.error} onRetry={() => void organisers.refetch()} /> : null}
        {organisers.isPending ? <p className="quiet" role="status">{t('organisers')}…</p> : null}
        <ul className="tree">
          {roots.map((node) => (
            <Branch key={node.id} node={node} nodes={nodes} />
          ))}
        </ul>
      </div>
    </article>
  );
}

function Branch({ node, nodes }: { readonly node: NodeShown; readonly nodes: readonly NodeShown[] }) {
  const t = useTexts(deskTexts);
  const [doing, setDoing] = useState<'rename' | 'open' | null>(null);
  const below = nodes.filter(({ parentId }) => parentId === node.id);
  const lowest = node.kind === 'village';
  return (
    <li>
      <div className="node">
        <strong>{node.name}</strong>
        <span className="code">
          {kindWord(node.kind, t)} · {node.path.replace(/\.$/, '')}
        </span>
        <button type="button" className="button plain" onClick={() => setDoing('rename')} aria-label={`${t('rename')} ${node.name}`}>
          {t('rename')}
        </button>
        {lowest ? null : (
          <button type="button" className="button plain" onClick={() => setDoing('open')} aria-label={`${t('open_below')} ${node.name}`}>
            {t('open_below')}
          </button>
        )}
      </div>
      {doing === 'rename' ? <Rename node={node} onClose={() => setDoing(null)} /> : null}
      {doing === 'open' ? <OpenBelow node={node} onClose={() => setDoing(null)} /> : null}
      {below.length > 0 ? (
        <ul>
          {below.map((one) => (
            <Branch key={one.id} node={one} nodes={nodes} />
          ))}
        </ul>
      ) : null}
    </li>
  );
}

type Tell = ReturnType<typeof useTexts<(typeof deskTexts)['texts']>>;
const isKind = (kind: string): kind is NodeBody['kind'] => (KINDS as readonly string[]).includes(kind);
const kindWord = (kind: string, t: Tell) => (isKind(kind) ? t(`kind_${kind}`) : '');

interface FormProps {
  readonly node: NodeShown;
  readonly onClose: () => void;
}

function Rename({ node, onClose }: FormProps) {
  const t = useTexts(deskTexts);
  const [name, setName] = useState(node.name);
  const rename = useCommand<string>({ run: (given) => api.organisersRename({ path: { id: node.id }, body: { name: given } }), refresh: [ADMIN], onDone: onClose });
  return (
    <div className="desk-card">
      <TextField label={t('node_name')} value={name} maxLength={100} autoFocus onChange={(event) => setName(event.target.value)} wrong={name.trim() ? undefined : t('need_node_name')} />
      <Buttons action={t('save')} busy={rename.isPending} onAct={() => (name.trim() ? rename.mutate(name.trim()) : undefined)} onClose={onClose} />
      {rename.error ? <ErrorNote error={rename.error} /> : null}
    </div>
  );
}

function OpenBelow({ node, onClose }: FormProps) {
  const t = useTexts(deskTexts);
  const lower = KINDS.slice(KINDS.indexOf(node.kind as NodeBody['kind']) + 1);
  const [given, setGiven] = useState({ name: '', code: '', kind: lower[0] ?? ('village' as NodeBody['kind']) });
  const [tried, setTried] = useState(false);
  const open = useCommand<NodeBody>({ run: (body, key) => api.organisersOpen({ body, headers: { 'Idempotency-Key': key } }), refresh: [ADMIN], onDone: onClose });
  const sound = /^[a-z0-9]{1,16}$/.test(given.code);
  const send = () => {
    setTried(true);
    if (given.name.trim() && sound) open.mutate({ parentId: node.id, name: given.name.trim(), code: given.code, kind: given.kind });
  };
  return (
    <div className="desk-card">
      <div className="pair">
        <TextField label={t('node_name')} value={given.name} maxLength={100} autoFocus onChange={(event) => setGiven({ ...given, name: event.target.value })} wrong={tried && !given.name.trim() ? t('need_node_name') : undefined} />
        <TextField label={t('node_code')} hint={t('node_code_hint')} value={given.code} maxLength={16} onChange={(event) => setGiven({ ...given, code: event.target.value.trim() })} wrong={tried && !sound ? t('need_code') : undefined} />
      </div>
      <div className="field">
        <label htmlFor={`kind-${node.id}`}>{t('node_kind')}</label>
        <select id={`kind-${node.id}`} className="input" value={given.kind} onChange={(event) => (isKind(event.target.value) ? setGiven({ ...given, kind: event.target.value }) : undefined)}>
          {lower.map((kind) => (
            <option key={kind} value={kind}>
              {t(`kind_${kind}`)}
            </option>
          ))}
        </select>
      </div>
      <Buttons action={t('open_node')} busy={open.isPending} onAct={send} onClose={onClose} />
      {open.error ? <ErrorNote error={open.error} /> : null}
    </div>
  );
}

interface ButtonsProps {
  readonly action: string;
  readonly busy: boolean;
  readonly onAct: () => void;
  readonly onClose: () => void;
}

function Buttons({ action, busy, onAct, onClose }: ButtonsProps) {
  const t = useTexts(deskTexts);
  return (
    <div className="row">
      <ActionButton onAct={onAct} busy={busy}>
        {action}
      </ActionButton>
      <button type="button" className="button plain" onClick={onClose}>
        {t('keep')}
      </button>
    </div>
  );
}
