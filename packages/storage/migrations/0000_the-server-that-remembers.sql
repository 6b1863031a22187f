-- By hand: drizzle-kit does not emit extensions.
CREATE EXTENSION IF NOT EXISTS vector;
--> statement-breakpoint
CREATE TABLE "accounts" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"type" text NOT NULL,
	"start_cash_micros" double precision NOT NULL,
	"limits" json NOT NULL,
	"costs" json NOT NULL,
	"execution" json NOT NULL,
	"halts" json NOT NULL,
	"created_at" bigint NOT NULL,
	"archived_at" bigint
);
--> statement-breakpoint
CREATE TABLE "bars" (
	"time" double precision NOT NULL,
	"open" double precision NOT NULL,
	"high" double precision NOT NULL,
	"low" double precision NOT NULL,
	"close" double precision NOT NULL,
	"volume" double precision NOT NULL,
	"session" integer NOT NULL,
	"dataset_key" integer NOT NULL,
	"provenance_key" integer NOT NULL,
	CONSTRAINT "bars_dataset_key_time_pk" PRIMARY KEY("dataset_key","time")
);
--> statement-breakpoint
CREATE TABLE "datasets" (
	"key" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "datasets_key_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"id" text NOT NULL,
	"symbol" text NOT NULL,
	"timeframe" text NOT NULL,
	"provider" text NOT NULL,
	"instrument" json NOT NULL,
	"provenance_key" integer,
	"bars" integer DEFAULT 0 NOT NULL,
	"first_session" integer,
	"last_session" integer,
	CONSTRAINT "datasets_id_unique" UNIQUE("id")
);
--> statement-breakpoint
CREATE TABLE "provenances" (
	"key" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "provenances_key_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"dataset_key" integer NOT NULL,
	"sha256" text NOT NULL,
	"provenance" json NOT NULL
);
--> statement-breakpoint
CREATE TABLE "fills" (
	"seq" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "fills_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"account_id" text NOT NULL,
	"session_id" text NOT NULL,
	"client_order_id" text NOT NULL,
	"sequence" integer NOT NULL,
	"sleeve_id" text NOT NULL,
	"symbol" text NOT NULL,
	"side" text NOT NULL,
	"intent" text NOT NULL,
	"quantity" double precision NOT NULL,
	"price" double precision NOT NULL,
	"commission_micros" double precision NOT NULL,
	"slippage_micros" double precision NOT NULL,
	"moment" text NOT NULL,
	"at" bigint NOT NULL,
	"recorded_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "idempotency_keys" (
	"key" text NOT NULL,
	"operation" text NOT NULL,
	"request_sha256" text NOT NULL,
	"answer" json,
	"created_at" bigint NOT NULL,
	CONSTRAINT "idempotency_keys_key_operation_pk" PRIMARY KEY("key","operation")
);
--> statement-breakpoint
CREATE TABLE "instruments" (
	"symbol" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"exchange" text NOT NULL,
	"currency" text NOT NULL,
	"tick_size" double precision NOT NULL,
	"lot_size" double precision NOT NULL,
	"fractional" boolean NOT NULL,
	"tradable" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "jobs" (
	"seq" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "jobs_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"id" text NOT NULL,
	"job" text NOT NULL,
	"input" json NOT NULL,
	"state" text NOT NULL,
	"progress" json,
	"result" json,
	"error" json,
	"attempts" integer NOT NULL,
	"max_attempts" integer NOT NULL,
	"requested_by" text NOT NULL,
	"cancel_requested_at" bigint,
	"created_at" bigint NOT NULL,
	"started_at" bigint,
	"heartbeat_at" bigint,
	"ended_at" bigint,
	CONSTRAINT "jobs_id_unique" UNIQUE("id"),
	CONSTRAINT "jobs_state_is_known" CHECK ("jobs"."state" in ('queued', 'running', 'succeeded', 'failed', 'cancelled'))
);
--> statement-breakpoint
CREATE TABLE "journal" (
	"account_id" text NOT NULL,
	"seq" bigint NOT NULL,
	"session_id" text NOT NULL,
	"event" json NOT NULL,
	"hash" text NOT NULL,
	"event_seq" integer NOT NULL,
	"type" text NOT NULL,
	"client_order_id" text,
	CONSTRAINT "journal_account_id_seq_pk" PRIMARY KEY("account_id","seq")
);
--> statement-breakpoint
CREATE TABLE "journal_heads" (
	"account_id" text PRIMARY KEY NOT NULL,
	"entries" bigint NOT NULL,
	"hash" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "orders" (
	"seq" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "orders_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"account_id" text NOT NULL,
	"session_id" text NOT NULL,
	"client_order_id" text NOT NULL,
	"symbol" text NOT NULL,
	"status" text NOT NULL,
	"filled_quantity" double precision NOT NULL,
	"average_fill_price" double precision,
	"triggered" boolean NOT NULL,
	"reason" text,
	"order" json NOT NULL,
	"recorded_at" bigint NOT NULL,
	"sent_at" bigint,
	"ended_at" bigint
);
--> statement-breakpoint
CREATE TABLE "quarantine" (
	"seq" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "quarantine_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"dataset_id" text NOT NULL,
	"symbol" text NOT NULL,
	"timeframe" text NOT NULL,
	"source" text NOT NULL,
	"row" integer NOT NULL,
	"unit" text NOT NULL,
	"code" text NOT NULL,
	"reason" text NOT NULL,
	"raw" text NOT NULL,
	"recorded_at" bigint NOT NULL,
	"identity" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "equity_points" (
	"session_id" text NOT NULL,
	"at" bigint NOT NULL,
	"equity_micros" double precision NOT NULL,
	"cash_micros" double precision NOT NULL,
	CONSTRAINT "equity_points_session_id_at_pk" PRIMARY KEY("session_id","at")
);
--> statement-breakpoint
CREATE TABLE "positions" (
	"session_id" text NOT NULL,
	"sleeve_id" text NOT NULL,
	"symbol" text NOT NULL,
	"quantity" double precision NOT NULL,
	"average_price" double precision NOT NULL,
	"last_price" double precision NOT NULL,
	"realized_micros" double precision NOT NULL,
	CONSTRAINT "positions_session_id_sleeve_id_symbol_pk" PRIMARY KEY("session_id","sleeve_id","symbol")
);
--> statement-breakpoint
CREATE TABLE "trades" (
	"seq" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "trades_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"session_id" text NOT NULL,
	"sleeve_id" text NOT NULL,
	"symbol" text NOT NULL,
	"direction" text NOT NULL,
	"quantity" double precision NOT NULL,
	"entry_at" bigint NOT NULL,
	"entry_price" double precision NOT NULL,
	"exit_at" bigint,
	"exit_price" double precision,
	"gross_micros" double precision NOT NULL,
	"commission_micros" double precision NOT NULL,
	"slippage_micros" double precision NOT NULL,
	"bars_held" integer NOT NULL,
	"exit_reason" text
);
--> statement-breakpoint
CREATE TABLE "runs" (
	"seq" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "runs_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"id" text NOT NULL,
	"job_id" text,
	"symbol" text NOT NULL,
	"strategy" text NOT NULL,
	"manifest" json NOT NULL,
	"document" json NOT NULL,
	"headline" json NOT NULL,
	"fingerprint" text NOT NULL,
	"tags" text[] NOT NULL,
	"note" text NOT NULL,
	"created_at" bigint NOT NULL,
	CONSTRAINT "runs_id_unique" UNIQUE("id")
);
--> statement-breakpoint
CREATE TABLE "trials" (
	"seq" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "trials_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"dataset" text NOT NULL,
	"first_session" integer NOT NULL,
	"last_session" integer NOT NULL,
	"configuration_sha256" text NOT NULL,
	"by" text NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" text PRIMARY KEY NOT NULL,
	"seq" bigint GENERATED ALWAYS AS IDENTITY (sequence name "sessions_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"account_id" text NOT NULL,
	"name" text NOT NULL,
	"state" text NOT NULL,
	"reason" text,
	"feed" json NOT NULL,
	"code_version" text NOT NULL,
	"epoch" integer NOT NULL,
	"turn" integer NOT NULL,
	"position" integer NOT NULL,
	"length" integer NOT NULL,
	"snapshot" json,
	"account" json,
	"created_at" bigint NOT NULL,
	"started_at" bigint,
	"ended_at" bigint,
	CONSTRAINT "sessions_state_is_known" CHECK ("sessions"."state" in ('created', 'running', 'paused', 'finished', 'stopped', 'interrupted'))
);
--> statement-breakpoint
CREATE TABLE "sleeves" (
	"session_id" text NOT NULL,
	"id" text NOT NULL,
	"place" integer NOT NULL,
	"configuration_id" text NOT NULL,
	"configuration_version" integer NOT NULL,
	"symbols" text[] NOT NULL,
	"capital_share" double precision NOT NULL,
	CONSTRAINT "sleeves_session_id_id_pk" PRIMARY KEY("session_id","id")
);
--> statement-breakpoint
CREATE TABLE "strategy_checks" (
	"source_sha256" text PRIMARY KEY NOT NULL,
	"path" text NOT NULL,
	"passed" boolean NOT NULL,
	"report" json NOT NULL,
	"checked_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "strategy_configuration_versions" (
	"id" text NOT NULL,
	"version" integer NOT NULL,
	"name" text NOT NULL,
	"strategy" text NOT NULL,
	"params" json NOT NULL,
	"sizing" json NOT NULL,
	"allow_short" boolean NOT NULL,
	"created_at" bigint NOT NULL,
	CONSTRAINT "strategy_configuration_versions_id_version_pk" PRIMARY KEY("id","version")
);
--> statement-breakpoint
CREATE TABLE "strategy_configurations" (
	"id" text PRIMARY KEY NOT NULL,
	"latest_version" integer NOT NULL,
	"is_archived" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
ALTER TABLE "provenances" ADD CONSTRAINT "provenances_dataset_key_datasets_key_fk" FOREIGN KEY ("dataset_key") REFERENCES "public"."datasets"("key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fills" ADD CONSTRAINT "fills_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fills" ADD CONSTRAINT "fills_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "journal" ADD CONSTRAINT "journal_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "journal" ADD CONSTRAINT "journal_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "journal_heads" ADD CONSTRAINT "journal_heads_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "orders" ADD CONSTRAINT "orders_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "orders" ADD CONSTRAINT "orders_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "equity_points" ADD CONSTRAINT "equity_points_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "positions" ADD CONSTRAINT "positions_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "trades" ADD CONSTRAINT "trades_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sleeves" ADD CONSTRAINT "sleeves_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sleeves" ADD CONSTRAINT "sleeves_configuration_version" FOREIGN KEY ("configuration_id","configuration_version") REFERENCES "public"."strategy_configuration_versions"("id","version") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "strategy_configuration_versions" ADD CONSTRAINT "strategy_configuration_versions_id_strategy_configurations_id_fk" FOREIGN KEY ("id") REFERENCES "public"."strategy_configurations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "provenances_once" ON "provenances" USING btree ("dataset_key","sha256");--> statement-breakpoint
CREATE UNIQUE INDEX "fills_once" ON "fills" USING btree ("account_id","client_order_id","sequence");--> statement-breakpoint
CREATE INDEX "fills_by_account" ON "fills" USING btree ("account_id","seq");--> statement-breakpoint
CREATE INDEX "fills_by_session" ON "fills" USING btree ("session_id","seq");--> statement-breakpoint
CREATE INDEX "idempotency_keys_by_age" ON "idempotency_keys" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "jobs_by_job" ON "jobs" USING btree ("job","seq");--> statement-breakpoint
CREATE INDEX "jobs_unfinished" ON "jobs" USING btree ("state") WHERE "jobs"."state" in ('queued', 'running');--> statement-breakpoint
CREATE UNIQUE INDEX "journal_event_once" ON "journal" USING btree ("session_id","event_seq");--> statement-breakpoint
CREATE INDEX "journal_by_type" ON "journal" USING btree ("account_id","type","seq");--> statement-breakpoint
CREATE INDEX "journal_by_order" ON "journal" USING btree ("account_id","client_order_id","seq") WHERE "journal"."client_order_id" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "orders_once" ON "orders" USING btree ("account_id","client_order_id");--> statement-breakpoint
CREATE INDEX "orders_by_account" ON "orders" USING btree ("account_id","seq");--> statement-breakpoint
CREATE INDEX "orders_by_session" ON "orders" USING btree ("session_id","seq");--> statement-breakpoint
CREATE INDEX "orders_by_symbol" ON "orders" USING btree ("symbol","seq");--> statement-breakpoint
CREATE INDEX "orders_open" ON "orders" USING btree ("seq") WHERE "orders"."status" in ('working', 'partially-filled');--> statement-breakpoint
CREATE UNIQUE INDEX "quarantine_once" ON "quarantine" USING btree ("dataset_id","identity");--> statement-breakpoint
CREATE INDEX "quarantine_by_symbol" ON "quarantine" USING btree ("symbol","seq");--> statement-breakpoint
CREATE INDEX "trades_by_session" ON "trades" USING btree ("session_id","seq");--> statement-breakpoint
CREATE INDEX "runs_by_symbol" ON "runs" USING btree ("symbol","seq");--> statement-breakpoint
CREATE INDEX "runs_by_strategy" ON "runs" USING btree ("strategy","seq");--> statement-breakpoint
CREATE INDEX "runs_by_tag" ON "runs" USING gin ("tags");--> statement-breakpoint
CREATE UNIQUE INDEX "trials_once" ON "trials" USING btree ("dataset","configuration_sha256","first_session","last_session");--> statement-breakpoint
CREATE UNIQUE INDEX "sessions_one_active_per_account" ON "sessions" USING btree ("account_id") WHERE "sessions"."state" in ('created', 'running', 'paused');--> statement-breakpoint
CREATE INDEX "sessions_by_account" ON "sessions" USING btree ("account_id","seq");