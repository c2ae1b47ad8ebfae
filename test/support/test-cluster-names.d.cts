export declare const TEMPLATE: string;
export declare const TEST_PASSWORDS: { ownerPassword: string; appPassword: string };
