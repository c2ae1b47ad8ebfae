import { Checkbox, Input, Modal } from 'antd';
import { useState } from 'react';
import type { ConsoleTurnView, ConsoleView } from '../../../api/index.js';
import { ErrorNote, formatTimeOfDay, Icon, useTexts } from '../../../ui/index.js';
import { texts } from '../texts.js';
import type { Host } from './use-turns.js';

interface PresenterProps {
  readonly view: ConsoleView;
  readonly host: Host;
  readonly turn: ConsoleTurnView;
}

/** Whether the presenter is here, and her sign-in. */
export function PresenterLine({ view, host, turn }: PresenterProps) {
  const t = useTexts(texts);
  const [open, setOpen] = useState(false);
  const may = view.mine && turn.status === 'waiting' && view.status !== 'closed';
  return (
    <div className="console-presenter">
      {turn.signedInAt && turn.presenter ? (
        <span className="tone-done presenter-here">
          <Icon name="check" /> {t('signed_in', { name: turn.presenter, time: formatTimeOfDay(new Date(turn.signedInAt)).slice(0, 5) })}
        </span>
      ) : (
        <span className="quiet">{t('not_signed_in')}</span>
      )}
      {may && !turn.signedInAt ? (
        <button type="button" className="button" onClick={() => setOpen(true)}>
          {t('sign_in')}
        </button>
      ) : null}
      {open ? <SignInDialog view={view} host={host} turn={turn} onClose={() => setOpen(false)} /> : null}
    </div>
  );
}

function SignInDialog({ view, host, turn, onClose }: PresenterProps & { readonly onClose: () => void }) {
  const t = useTexts(texts);
  const [name, setName] = useState('');
  const [substitute, setSubstitute] = useState(false);
  const [tried, setTried] = useState(false);
  const send = () => {
    setTried(true);
    if (name.trim()) host.signIn.mutate({ id: turn.id, name: name.trim(), substitute }, { onSuccess: onClose });
  };
  return (
    <Modal open title={t('sign_in_title', { project: turn.projectName })} okText={t('sign_in')} cancelText={t('cancel')} confirmLoading={host.signIn.isPending} onOk={send} onCancel={onClose}>
      <div className="field">
        <label htmlFor="presenter-name">{t('presenter_name')}</label>
        <Input id="presenter-name" value={name} maxLength={60} autoFocus status={tried && !name.trim() ? 'error' : ''} onChange={(event) => setName(event.target.value)} onPressEnter={send} />
        {tried && !name.trim() ? <span className="wrong">{t('presenter_due')}</span> : null}
      </div>
      {view.protocol.substitutePresenter ? (
        <Checkbox checked={substitute} onChange={(event) => setSubstitute(event.target.checked)}>
          {t('substitute')}
        </Checkbox>
      ) : null}
      {host.signIn.isError ? <ErrorNote error={host.signIn.error} /> : null}
    </Modal>
  );
}
