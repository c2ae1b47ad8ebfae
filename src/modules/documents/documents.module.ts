import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DocumentsFacade } from './documents.facade.js';
import { Document } from './domain/document.js';
import { HoldQuota } from './handlers/hold-quota.js';
import { RecordDocument, RecordUpload, UploadDocument } from './handlers/keep-document.js';
import { ReadDocument } from './handlers/read-document.js';
import { ReleaseDocuments } from './handlers/release-documents.js';
import { ResumeUpload } from './handlers/resume-upload.js';
import { RecordScan, ScanDocument } from './handlers/scan-document.js';
import { SweepFiles, SweptPlaces } from './handlers/sweep-files.js';
import { DocumentsController } from './http/documents.controller.js';
import { UploadsController } from './http/uploads.controller.js';
import { ScanAgain } from './jobs/scan-again.task.js';
import { ScanUpload } from './jobs/scan.job.js';
import { SweepFilesEveryHour } from './jobs/sweep-files.task.js';
import { DocumentStore } from './store/document.store.js';
import { IntakeStore } from './store/intake.store.js';
import { UploadStore } from './store/upload.store.js';

@Module({
  imports: [TypeOrmModule.forFeature([Document])],
  controllers: [DocumentsController, UploadsController],
  providers: [
    DocumentStore, IntakeStore, UploadStore, HoldQuota, RecordDocument, RecordUpload, UploadDocument, ResumeUpload, ReadDocument, RecordScan, ScanDocument,
    ScanUpload, ScanAgain, ReleaseDocuments, SweptPlaces, SweepFiles, SweepFilesEveryHour, DocumentsFacade,
  ],
  exports: [DocumentsFacade],
})
export class DocumentsModule {}
