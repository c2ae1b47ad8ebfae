import { useEffect, useId, useRef, useState } from 'react';
import { api, useCommand, type PanelMessageView, type RoomView } from '../../../api/index.js';
import { ActionButton, ErrorNote, formatInstant, useJoin, useTexts } from '../../../ui/index.js';
import { Alias, useAlias } from '../alias.js';
import { roomTexts } from './room-texts.js';

interface TalkProps {
  readonly room: RoomView;
  readonly seatId: string;
  readonly applicationId: string;
}

/** What the panel says, in threads; whoever is mentioned is told. */
export function Talk(props: TalkProps) {
  const t = useTexts(roomTexts);
  const [answered, setAnswered] = useState<PanelMessageView | null>(null);
  const { messages, mayWrite } = props.room;
  const roots = messages.filter(({ parentId }) => parentId === null);
  return (
    <div className="panel-talk">
      <h3>{t('talk')}</h3>
      {messages.length === 0 ? <p className="quiet">{t('talk_none')}</p> : null}
      <ol>
        {roots.map((message) => (
          <Message key={message.id} message={message} all={messages} onAnswer={mayWrite ? setAnswered : undefined} />
        ))}
      </ol>
      {mayWrite ? <Saying {...props} answered={answered} onDone={() => setAnswered(null)} /> : <p className="quiet">{t('talk_closed')}</p>}
    </div>
  );
}

interface MessageProps {
  readonly message: PanelMessageView;
  readonly all: readonly PanelMessageView[];
  readonly onAnswer: ((message: PanelMessageView) => void) | undefined;
}

function Message({ message, all, onAnswer }: MessageProps) {
  const t = useTexts(roomTexts);
  const join = useJoin();
  const aliased = useAlias();
  const answers = all.filter(({ parentId }) => parentId === message.id);
  return (
    <li>
      <p className="quiet said-by">
        <strong>
          <Alias name={message.alias} />
          {message.mine ? t('mine') : ''}
        </strong>{' '}
        <span className="figures">{formatInstant(new Date(message.writtenAt))}</span>
        {message.mentions.length > 0 ? ` · ${t('mentions', { names: join(message.mentions.map(aliased)) })}` : ''}
      </p>
      <p className="said">{message.body}</p>
      {onAnswer ? (
        <button type="button" className="link-button" onClick={() => onAnswer(message)}>
          {t('reply')}
        </button>
      ) : null}
      {answers.length > 0 ? (
        <ol>
          {answers.map((answer) => (
            <Message key={answer.id} message={answer} all={all} onAnswer={onAnswer} />
          ))}
        </ol>
      ) : null}
    </li>
  );
}

interface SayingProps extends TalkProps {
  readonly answered: PanelMessageView | null;
  readonly onDone: () => void;
}

function Saying({ room, seatId, applicationId, answered, onDone }: SayingProps) {
  const t = useTexts(roomTexts);
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  // The field stands beneath the whole talk: whoever answers is taken to it.
  useEffect(() => {
    if (answered) field.current?.focus();
  }, [answered]);
  const [body, setBody] = useState('');
  const [mentions, setMentions] = useState<readonly string[]>([]);
  const done = () => {
    setBody('');
    setMentions([]);
    onDone();
  };
  const send = useCommand<void, RoomView>({
    run: (_, key) => api.roomSay({ path: { seatId, applicationId }, body: { body: body.trim(), mentions: [...mentions], ...(answered ? { parentId: answered.id } : {}) }, headers: { 'Idempotency-Key': key } }),
    refresh: [['judging', 'room']], onDone: done,
  });
  const aliased = useAlias();
  const toggle = (seat: string) => setMentions(mentions.includes(seat) ? mentions.filter((one) => one !== seat) : [...mentions, seat]);
  return (
    <div className="saying">
      {answered ? (
        <p className="quiet">
          {t('reply_to', { alias: aliased(answered.alias) })}{' '}
          <button type="button" className="link-button" onClick={onDone}>
            {t('cancel_reply')}
          </button>
        </p>
      ) : null}
      <label htmlFor={id}>{t('say_label')}</label>
      <textarea ref={field} id={id} className="input" rows={3} maxLength={2000} value={body} onChange={(event) => setBody(event.target.value)} />
      <div className="mention-choice" role="group" aria-label={t('mention')}>
        <span className="quiet">{t('mention')}</span>
        {room.members.filter(({ mine }) => !mine).map(({ seatId: seat, alias }) => (
          <button key={seat} type="button" className="button" aria-pressed={mentions.includes(seat)} onClick={() => toggle(seat)}>
            {aliased(alias)}
          </button>
        ))}
      </div>
      {send.isError ? <ErrorNote error={send.error} /> : null}
      <ActionButton onAct={() => (body.trim() === '' ? undefined : send.mutate())} busy={send.isPending}>
        {t('say')}
      </ActionButton>
    </div>
  );
}
