import { defineEvent } from '#libs/events';

/** Every party has accepted the same text. */
export const ContractSigned = defineEvent<{ readonly contractId: string; readonly projectId: string; readonly callId: string; readonly sha256: string }>('ContractSigned');
