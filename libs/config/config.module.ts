import { Global, Module, type DynamicModule } from '@nestjs/common';
import { readConfig, type AppConfig } from './app-config.js';

/** Injection token of the frozen AppConfig. */
export const APP_CONFIG = Symbol('app config');

@Global()
@Module({})
export class ConfigModule {
  static from(config: AppConfig = readConfig(process.env)): DynamicModule {
    return { module: ConfigModule, providers: [{ provide: APP_CONFIG, useValue: config }], exports: [APP_CONFIG] };
  }
}
