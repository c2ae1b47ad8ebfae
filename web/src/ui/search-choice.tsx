import { keepPreviousData, useQuery, type QueryKey } from '@tanstack/react-query';
import { Select } from 'antd';
import { useEffect, useState } from 'react';

export interface Chosen {
  readonly value: string;
  readonly label: string;
}

export interface SearchChoiceProps {
  readonly id: string;
  /** The chosen one; empty for none. */
  readonly value: string;
  /** What choosing none means. */
  readonly all: string;
  readonly queryKey: QueryKey;
  /** The server's answers to what was typed; without words the first of all. */
  readonly find: (words: string) => Promise<readonly Chosen[]>;
  /** Names one that is chosen already, as by an address, and is not among those found. */
  readonly name: (value: string) => Promise<Chosen>;
  readonly onChoose: (value: string) => void;
}

const PAUSE_MS = 300;

/** One of many, sought on the server: a list that is longer than anybody reads. */
export function SearchChoice({ id, value, all, queryKey, find, name, onChoose }: SearchChoiceProps) {
  const [typed, setTyped] = useState('');
  const words = useSettled(typed.trim());
  const found = useQuery({ queryKey: [...queryKey, 'found', words], queryFn: () => find(words), placeholderData: keepPreviousData });
  const among = found.data?.some((one) => one.value === value) ?? false;
  const chosen = useQuery({ queryKey: [...queryKey, 'chosen', value], queryFn: () => name(value), enabled: value !== '' && found.data !== undefined && !among });
  const options = [...(words === '' ? [{ value: '', label: all }] : []), ...(!among && value !== '' && chosen.data ? [chosen.data] : []), ...(found.data ?? [])];
  return <Select id={id} className="search-choice" popupMatchSelectWidth={false} showSearch filterOption={false} loading={found.isFetching} value={value} options={options} onSearch={setTyped} onChange={(next) => { setTyped(''); onChoose(next); }} />;
}

/** What was typed, once the person pauses: not every key asks the server. */
function useSettled(typed: string): string {
  const [settled, setSettled] = useState(typed);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(typed), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  return settled;
}
