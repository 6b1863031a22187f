// Made from docs/openapi.json by npm run api-client.
export interface paths {
    "/api/backtests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List finished backtests, newest first, each with its verdict.
         * @description What was tried on Apple:
         *
         *         curl 'http://localhost:3000/api/backtests?symbol=AAPL'
         */
        get: operations["backtestsList"];
        put?: never;
        /**
         * Queue a backtest of a strategy, with costs; the job tells how far it is, and the run says whether to believe it.
         * @description A crossover on Apple’s daily prices:
         *
         *         curl -X POST 'http://localhost:3000/api/backtests' -H 'Content-Type: application/json' -d '{"symbol":"AAPL","strategy":"sma-crossover","params":{"fast":20,"slow":100},"from":"2014-01-01"}'
         */
        post: operations["backtestsRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/backtests/{runId}/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Run a stored backtest again from its manifest and compare data, code and every number of the result.
         * @description Reproduce a run:
         *
         *         curl -X POST 'http://localhost:3000/api/backtests/0198c7c2/verify'
         */
        post: operations["backtestsVerify"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/strategies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the strategies there are, with their parameters: those that come with Candor and your own.
         * @description Every strategy:
         *
         *         curl 'http://localhost:3000/api/strategies'
         */
        get: operations["strategiesList"];
        put?: never;
        /**
         * Start a strategy of your own: a commented file in my/ that works as it is.
         * @description A first idea:
         *
         *         curl -X POST 'http://localhost:3000/api/strategies' -H 'Content-Type: application/json' -d '{"name":"my-first-idea"}'
         */
        post: operations["strategiesNew"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/strategies/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Put a strategy of your own below my/ through the laws and remember how it did: only what passed as it is now may trade.
         * @description With the defaults of its parameters:
         *
         *         curl -X POST 'http://localhost:3000/api/strategies/check' -H 'Content-Type: application/json' -d '{"file":"my/first-idea.ts"}'
         */
        post: operations["strategiesCheck"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sizings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the rules that say how much to order, with their parameters.
         * @description Every sizing rule:
         *
         *         curl 'http://localhost:3000/api/sizings'
         */
        get: operations["sizingsList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/symbols": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the symbols whose bars come with Candor, from when to when, and where they are from.
         * @description Every symbol:
         *
         *         curl 'http://localhost:3000/api/symbols'
         *
         *     Those of a name:
         *
         *         curl 'http://localhost:3000/api/symbols?find=apple'
         */
        get: operations["symbolsList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/indicators": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the indicators there are, with parameters, outputs, units and sources.
         * @description Every indicator:
         *
         *         curl 'http://localhost:3000/api/indicators'
         *
         *     The averages:
         *
         *         curl 'http://localhost:3000/api/indicators?find=average'
         */
        get: operations["indicatorsList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/indicators/compute": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Compute an indicator, or several at once, over the bars of a symbol.
         * @description The latest way of a stock:
         *
         *         curl -X POST 'http://localhost:3000/api/indicators/compute' -H 'Content-Type: application/json' -d '{"indicator":"rsi","symbol":"AAPL"}'
         *
         *     Other parameters and a range:
         *
         *         curl -X POST 'http://localhost:3000/api/indicators/compute' -H 'Content-Type: application/json' -d '{"indicator":"macd","symbol":"AAPL","params":{"fast":8},"from":"2016-01-01"}'
         *
         *     Two averages at once:
         *
         *         curl -X POST 'http://localhost:3000/api/indicators/compute' -H 'Content-Type: application/json' -d '{"symbol":"AAPL","indicators":[{"indicator":"sma","params":{"period":50}},{"indicator":"sma","params":{"period":200}}]}'
         */
        post: operations["indicatorsCompute"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the paper accounts, each with its latest figures.
         * @description Accounts in use:
         *
         *         curl 'http://localhost:3000/api/accounts'
         */
        get: operations["accountsList"];
        put?: never;
        /**
         * Open a paper account with its cash, limits and costs.
         * @description A cash account with the usual limits:
         *
         *         curl -X POST 'http://localhost:3000/api/accounts' -H 'Content-Type: application/json' -d '{"id":"first","startCashUsd":25000}'
         *
         *     A margin account that stops for the day after losing two percent:
         *
         *         curl -X POST 'http://localhost:3000/api/accounts' -H 'Content-Type: application/json' -d '{"id":"careful","type":"margin","limits":{"known-price":{"maxStaleMs":86400000},"price-collar":{"fraction":0.1,"exceptProtective":true},"daily-loss":{"fraction":0.02},"buying-power":{}}}'
         */
        post: operations["accountsCreate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/{accountId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show one paper account: limits, costs, halts and figures.
         * @description One account:
         *
         *         curl 'http://localhost:3000/api/accounts/first'
         */
        get: operations["accountsGet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/{accountId}/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Put an account away: it takes no more sessions, and everything it did is kept.
         * @description Put an account away:
         *
         *         curl -X POST 'http://localhost:3000/api/accounts/first/archive'
         */
        post: operations["accountsArchive"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/configurations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the strategy configurations, each in its latest version.
         * @description All of them:
         *
         *         curl 'http://localhost:3000/api/configurations'
         */
        get: operations["configurationsList"];
        put?: never;
        /**
         * Keep a strategy with its parameters and sizing under a name, as version 1.
         * @description The crossover with slower averages:
         *
         *         curl -X POST 'http://localhost:3000/api/configurations' -H 'Content-Type: application/json' -d '{"id":"crossover","strategy":"sma-crossover","params":{"fast":20,"slow":100}}'
         */
        post: operations["configurationsCreate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/configurations/{configurationId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show a strategy configuration and every version it has had.
         * @description The latest version:
         *
         *         curl 'http://localhost:3000/api/configurations/crossover'
         */
        get: operations["configurationsGet"];
        /**
         * Keep a changed configuration as the next version; sessions and runs of the earlier ones stay as they are.
         * @description Version 2 of the crossover:
         *
         *         curl -X PUT 'http://localhost:3000/api/configurations/crossover' -H 'Content-Type: application/json' -d '{"basedOn":1,"strategy":"sma-crossover","params":{"fast":50,"slow":200}}'
         */
        put: operations["configurationsChange"];
        post?: never;
        /**
         * Take a configuration off the list; sessions and runs that used it keep their version.
         * @description Off the list:
         *
         *         curl -X DELETE 'http://localhost:3000/api/configurations/crossover'
         */
        delete: operations["configurationsArchive"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/configuration-checks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say what is wrong with a configuration before it is kept, by the rules by which it would be; nothing is created.
         * @description Averages that are the wrong way round:
         *
         *         curl -X POST 'http://localhost:3000/api/configuration-checks' -H 'Content-Type: application/json' -d '{"strategy":"sma-crossover","params":{"fast":30,"slow":20}}'
         */
        post: operations["configurationsValidate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/demo/reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin the demo again, with all its cash and from its first day; make it where there is none.
         * @description From the beginning:
         *
         *         curl -X POST 'http://localhost:3000/api/demo/reset'
         */
        post: operations["demoReset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/demo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show where the demo is, and say what in it is real, replayed, simulated and synthetic.
         * @description The demo:
         *
         *         curl 'http://localhost:3000/api/demo'
         */
        get: operations["demoShow"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/journal/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Walk the hash chain of every journal and say whether an entry was changed, removed or put in.
         * @description All journals:
         *
         *         curl -X POST 'http://localhost:3000/api/journal/audit'
         */
        post: operations["journalAudit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/risk/limits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the risk limits an account can be held to, in the order in which an order is checked.
         * @description The catalog of limits:
         *
         *         curl 'http://localhost:3000/api/risk/limits'
         */
        get: operations["riskLimits"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/jobs/{jobId}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Stop a job: one that waits is taken back, one that runs is ended. It is over when its state says so.
         * @description Stop the work:
         *
         *         curl -X POST 'http://localhost:3000/api/jobs/0198c7c2/cancel'
         */
        post: operations["jobsCancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/jobs/{jobId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show one background job: state, progress, result or error.
         * @description One job:
         *
         *         curl 'http://localhost:3000/api/jobs/0198c7c2'
         */
        get: operations["jobsGet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List background jobs, newest first, with their progress.
         * @description What is being worked on:
         *
         *         curl 'http://localhost:3000/api/jobs?state=running'
         */
        get: operations["jobsList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/{accountId}/journal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the journal of an account: every event in the order it was written, each sealed by the hash of the one before.
         * @description From the first entry:
         *
         *         curl 'http://localhost:3000/api/accounts/first/journal'
         *
         *     What was refused or halted, the latest first:
         *
         *         curl 'http://localhost:3000/api/accounts/first/journal?types=order-refused&types=halted&types=resumed&order=newest'
         */
        get: operations["journalList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/{sessionId}/orders/{clientOrderId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Ask for the end of a working order. It is over only when its status says so.
         * @description Call an order back:
         *
         *         curl -X DELETE 'http://localhost:3000/api/sessions/first-run/orders/first-run-1'
         */
        delete: operations["ordersCancel"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/{accountId}/orders/{clientOrderId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show one order with its whole life: approval, fills, and how it ended.
         * @description The first order of a session:
         *
         *         curl 'http://localhost:3000/api/accounts/first/orders/first-run-1'
         */
        get: operations["ordersGet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/fills": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List fills, newest first.
         * @description Fills of a session:
         *
         *         curl 'http://localhost:3000/api/fills?sessionId=first-run'
         */
        get: operations["fillsList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List orders as they stand, newest first.
         * @description Working orders of a session:
         *
         *         curl 'http://localhost:3000/api/orders?sessionId=first-run&open=true'
         */
        get: operations["ordersList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/{sessionId}/orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give an order by hand. It passes the same risk manager as any other, and is matched from the next bar on.
         * @description At the market:
         *
         *         curl -X POST 'http://localhost:3000/api/sessions/first-run/orders' -H 'Content-Type: application/json' -d '{"symbol":"AAPL","side":"buy","quantity":10}'
         *
         *     A bracket:
         *
         *         curl -X POST 'http://localhost:3000/api/sessions/first-run/orders' -H 'Content-Type: application/json' -d '{"symbol":"AAPL","side":"buy","quantity":10,"type":"limit","limitPrice":100,"stopLossPrice":95,"takeProfitPrice":115}'
         */
        post: operations["ordersPlace"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/{sessionId}/resumptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Second of two steps to resume a halted session. A loss limit that is still broken halts again at the next order.
         * @description Confirm:
         *
         *         curl -X POST 'http://localhost:3000/api/sessions/first-run/resumptions' -H 'Content-Type: application/json' -d '{"confirmation":"4f1c","by":"Ada","reason":"The prices were checked."}'
         */
        post: operations["riskConfirmResume"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/risk/halts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Halt trading now: of one session, or of all of them. It holds until a person resumes in two steps.
         * @description Everything, now:
         *
         *         curl -X POST 'http://localhost:3000/api/risk/halts'
         *
         *     No new positions in one session:
         *
         *         curl -X POST 'http://localhost:3000/api/risk/halts' -H 'Content-Type: application/json' -d '{"sessionId":"first-run","level":"entries"}'
         */
        post: operations["riskHalt"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/{sessionId}/resume-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * First of two steps to resume a halted session: shows what was halted and gives a word to confirm with.
         * @description Ask to resume:
         *
         *         curl -X POST 'http://localhost:3000/api/sessions/first-run/resume-requests'
         */
        post: operations["riskRequestResume"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/{sessionId}/headroom": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show how far each risk limit of a running session is used up before any new order.
         * @description Limits and their use:
         *
         *         curl 'http://localhost:3000/api/sessions/first-run/headroom'
         */
        get: operations["riskHeadroom"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/symbols/{symbol}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show one symbol: what it is, how it trades, and which bars there are of it.
         * @description Apple:
         *
         *         curl 'http://localhost:3000/api/symbols/AAPL'
         */
        get: operations["symbolsGet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/bars": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the checked bars of a symbol, oldest first, as columns, with where they came from.
         * @description A month of prices:
         *
         *         curl 'http://localhost:3000/api/bars?symbol=AAPL&from=2014-01-01&to=2014-01-31'
         */
        get: operations["barsList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/datasets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the bars that are stored, each stretch with where it came from.
         * @description All of them:
         *
         *         curl 'http://localhost:3000/api/datasets'
         */
        get: operations["datasetsList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/datasets/{datasetId}/coverage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show month by month which sessions of the exchange a dataset has, which it lacks, and what was turned down.
         * @description The gaps of a file:
         *
         *         curl 'http://localhost:3000/api/datasets/csv-file%3AACME%3A1d/coverage'
         */
        get: operations["datasetsCoverage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the trading sessions, newest first.
         * @description All of them:
         *
         *         curl 'http://localhost:3000/api/sessions'
         *
         *     What runs now:
         *
         *         curl 'http://localhost:3000/api/sessions?state=running'
         */
        get: operations["sessionsList"];
        put?: never;
        /**
         * Prepare a session: an account, the strategies that trade on it, and the history that is replayed to them.
         * @description A crossover on Apple’s daily prices, fifty bars a second:
         *
         *         curl -X POST 'http://localhost:3000/api/sessions' -H 'Content-Type: application/json' -d '{"id":"first-run","accountId":"first","sleeves":[{"configurationId":"crossover","symbols":["AAPL"]}],"from":"2014-01-01","barsPerSecond":50}'
         */
        post: operations["sessionsCreate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/{sessionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show one session: what it replays, how far it is, what it holds back and why.
         * @description One session:
         *
         *         curl 'http://localhost:3000/api/sessions/first-run'
         */
        get: operations["sessionsGet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/{sessionId}/state-hash": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Put one number on everything a session did, so that two runs can be compared: account, orders, fills, equity, events.
         * @description The print of a session:
         *
         *         curl 'http://localhost:3000/api/sessions/first-run/state-hash'
         */
        get: operations["sessionsStateHash"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/{sessionId}/decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what the strategies of a session decided and why, newest first, each with its vote sheet.
         * @description The latest decisions:
         *
         *         curl 'http://localhost:3000/api/sessions/first-run/decisions?limit=20'
         *
         *     The opinion that stood at the close of a bar:
         *
         *         curl 'http://localhost:3000/api/sessions/first-run/decisions?symbol=AAPL&to=2014-03-31T20%3A00%3A00.000Z&limit=1'
         */
        get: operations["decisionsList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/{sessionId}/equity": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the equity curve of a session, oldest first: page by page, or all of it thinned for a chart.
         * @description The first points:
         *
         *         curl 'http://localhost:3000/api/sessions/first-run/equity'
         *
         *     The whole curve for a chart:
         *
         *         curl 'http://localhost:3000/api/sessions/first-run/equity?atMost=1000'
         */
        get: operations["equityList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/{sessionId}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List everything that happened in a session, or some types of it: decisions, refusals, orders, fills, halts.
         * @description The latest events:
         *
         *         curl 'http://localhost:3000/api/sessions/first-run/events'
         *
         *     Why it did not trade:
         *
         *         curl 'http://localhost:3000/api/sessions/first-run/events?types=no-order&types=order-refused'
         */
        get: operations["eventsList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/{sessionId}/positions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what each sleeve of a session holds or has closed, with the account it adds up to.
         * @description Positions of a session:
         *
         *         curl 'http://localhost:3000/api/sessions/first-run/positions'
         */
        get: operations["positionsList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/{sessionId}/why-no-trade": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Say why a session did or did not trade: every opinion, abstention, missing order, refusal and fill, counted by reason.
         * @description Why it does not trade:
         *
         *         curl 'http://localhost:3000/api/sessions/first-run/why-no-trade'
         */
        get: operations["sessionsReasons"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/{sessionId}/trades": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the trades a session has closed, from flat to flat, oldest first.
         * @description Closed trades:
         *
         *         curl 'http://localhost:3000/api/sessions/first-run/trades'
         */
        get: operations["tradesList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/{sessionId}/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Pause the replay of a session; working orders stay where they are.
         * @description Hold the replay:
         *
         *         curl -X POST 'http://localhost:3000/api/sessions/first-run/pause'
         */
        post: operations["sessionsPause"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/{sessionId}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Let a paused replay go on.
         * @description Go on:
         *
         *         curl -X POST 'http://localhost:3000/api/sessions/first-run/resume'
         */
        post: operations["sessionsResume"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/{sessionId}/speed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change how fast a session replays.
         * @description A hundred bars a second:
         *
         *         curl -X POST 'http://localhost:3000/api/sessions/first-run/speed' -H 'Content-Type: application/json' -d '{"barsPerSecond":100}'
         */
        post: operations["sessionsSetSpeed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/{sessionId}/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Start a session: its replay begins and its strategies trade on paper.
         * @description Start trading:
         *
         *         curl -X POST 'http://localhost:3000/api/sessions/first-run/start'
         */
        post: operations["sessionsStart"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/{sessionId}/step": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Let a paused replay hand out some more bars at once.
         * @description Five bars:
         *
         *         curl -X POST 'http://localhost:3000/api/sessions/first-run/step' -H 'Content-Type: application/json' -d '{"bars":5}'
         */
        post: operations["sessionsStep"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/{sessionId}/stop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End a session for good: working orders are cancelled, and everything it did is kept.
         * @description Stop and keep the positions:
         *
         *         curl -X POST 'http://localhost:3000/api/sessions/first-run/stop'
         */
        post: operations["sessionsStop"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Check a CSV of bars and store those that can be used; every other row goes to quarantine with its reason.
         * @description Two days of a stock of your own:
         *
         *         curl -X POST 'http://localhost:3000/api/imports?symbol=ACME' -H 'Content-Type: text/csv' --data-binary @file.csv
         */
        post: operations["importsCreate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quarantine": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the rows of data that were turned down, newest first, each with its reason.
         * @description The latest rows:
         *
         *         curl 'http://localhost:3000/api/quarantine?limit=20'
         */
        get: operations["quarantineList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/backtest-comparison": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Put up to six backtests side by side: what was chosen, what came out, and where they differ.
         * @description Two runs:
         *
         *         curl 'http://localhost:3000/api/backtest-comparison?runIds=0198c7c2&runIds=0198c7d0'
         */
        get: operations["backtestsCompare"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/backtests/{runId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show one finished backtest whole: verdict, figures, equity, trades, orders, decisions, and the manifest to run it again.
         * @description One run:
         *
         *         curl 'http://localhost:3000/api/backtests/0198c7c2'
         */
        get: operations["backtestsGet"];
        put?: never;
        post?: never;
        /**
         * Delete a backtest. That it was tried stays counted: forgetting tries is how luck becomes skill.
         * @description Delete a run:
         *
         *         curl -X DELETE 'http://localhost:3000/api/backtests/0198c7c2'
         */
        delete: operations["backtestsDelete"];
        options?: never;
        head?: never;
        /**
         * Put tags and a note on a backtest.
         * @description A note:
         *
         *         curl -X PATCH 'http://localhost:3000/api/backtests/0198c7c2' -H 'Content-Type: application/json' -d '{"note":"Before the change of costs."}'
         */
        patch: operations["backtestsLabel"];
        trace?: never;
    };
    "/api/trials": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Count what was tried on some data, and say what Sharpe ratio the best of so many tries reaches by luck alone.
         * @description Every try:
         *
         *         curl 'http://localhost:3000/api/trials'
         *
         *     Tries on a stock and range:
         *
         *         curl 'http://localhost:3000/api/trials?symbol=AAPL&from=2014-01-02&to=2016-12-30'
         */
        get: operations["trialsCount"];
        put?: never;
        /**
         * Note that a configuration was tried on some data, and say how many have been: the more tries, the more of a result is luck.
         * @description A try made elsewhere:
         *
         *         curl -X POST 'http://localhost:3000/api/trials' -H 'Content-Type: application/json' -d '{"dataset":"csv-file:ACME:1d","from":"2020-01-02","to":"2023-12-29","configurationSha256":"0000000000000000000000000000000000000000000000000000000000000000"}'
         */
        post: operations["trialsRegister"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/system/backups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Write a backup of the embedded database, as it is at one moment, into the data directory.
         * @description Back up now:
         *
         *         curl -X POST 'http://localhost:3000/api/system/backups'
         */
        post: operations["systemCreateBackup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/system": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show what runs: version, what it keeps its data in, and how its parts are.
         * @description What runs:
         *
         *         curl 'http://localhost:3000/api/system'
         */
        get: operations["systemShow"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Account: {
            id: string;
            name: string;
            /** @enum {string} */
            type: "cash" | "margin";
            startCashUsd: number;
            limits: {
                [key: string]: {
                    [key: string]: components["schemas"]["Json"];
                };
            };
            costs: {
                /**
                 * @description Price lost on market and stop fills, in hundredths of a percent
                 * @default 5
                 */
                slippageBps: number;
                /**
                 * @default {
                 *       "kind": "per-share",
                 *       "feePerShareUsd": 0.005,
                 *       "minimumUsd": 1,
                 *       "maxFraction": 0.01
                 *     }
                 */
                commission: {
                    /** @constant */
                    kind: "per-share";
                    /** @description Fee per share, USD */
                    feePerShareUsd: number;
                    /**
                     * @description Least fee of one fill, USD
                     * @default 0
                     */
                    minimumUsd: number;
                    /**
                     * @description Most the fee may be of the value; wins over the minimum
                     * @default 1
                     */
                    maxFraction: number;
                } | {
                    /** @constant */
                    kind: "bps";
                    /** @description Fee in hundredths of a percent of the value */
                    bps: number;
                };
            };
            execution: {
                /**
                 * @description Fill a limit when the bar only touches its price: optimistic, so off unless asked for.
                 * @default false
                 */
                fillOnTouch: boolean;
                /**
                 * @description Largest part of a bar’s volume our orders may take; null switches the cap off.
                 * @default 0.1
                 */
                maxVolumeShare: number | null;
                /**
                 * @description Part of the price kept back when an entry is sized to the buying power.
                 * @default 0.02
                 */
                entryReserve: number;
            };
            halts: {
                /** @enum {string} */
                level: "entries" | "all";
                code: string;
                reason: string;
                /** Format: date-time */
                at: string;
                /** @enum {string} */
                until: "next-session" | "manual";
            }[];
            session: {
                id: string;
                name: string;
                state: string;
            } | null;
            figures: {
                startCashUsd: number;
                cashUsd: number;
                equityUsd: number;
                realizedUsd: number;
                unrealizedUsd: number;
                feesUsd: number;
                dividendsUsd: number;
                interestUsd: number;
                borrowUsd: number;
            } | null;
            /** Format: date-time */
            createdAt: string;
            archivedAt: string | null;
        };
        AccountsCreateBody: {
            /** @description What the account is called in addresses. */
            id: string;
            /** @description What people call it; the id otherwise. */
            name?: string;
            /**
             * @description A cash account never borrows and never sells short.
             * @default cash
             * @enum {string}
             */
            type?: "cash" | "margin";
            /**
             * @description Cash to begin with, USD.
             * @default 100000
             */
            startCashUsd?: number;
            /** @description Risk limits by id, each with its parameters; those of a new account otherwise. A limit that is left out does not hold. */
            limits?: {
                [key: string]: {
                    [key: string]: components["schemas"]["Json"];
                };
            };
            /**
             * @description Slippage and commission of every fill.
             * @default {}
             */
            costs?: {
                /**
                 * @description Price lost on market and stop fills, in hundredths of a percent
                 * @default 5
                 */
                slippageBps?: number;
                /**
                 * @default {
                 *       "kind": "per-share",
                 *       "feePerShareUsd": 0.005,
                 *       "minimumUsd": 1,
                 *       "maxFraction": 0.01
                 *     }
                 */
                commission?: {
                    /** @constant */
                    kind: "per-share";
                    /** @description Fee per share, USD */
                    feePerShareUsd: number;
                    /**
                     * @description Least fee of one fill, USD
                     * @default 0
                     */
                    minimumUsd?: number;
                    /**
                     * @description Most the fee may be of the value; wins over the minimum
                     * @default 1
                     */
                    maxFraction?: number;
                } | {
                    /** @constant */
                    kind: "bps";
                    /** @description Fee in hundredths of a percent of the value */
                    bps: number;
                };
            };
            /**
             * @description How the simulated venue fills.
             * @default {}
             */
            execution?: {
                /**
                 * @description Fill a limit when the bar only touches its price: optimistic, so off unless asked for.
                 * @default false
                 */
                fillOnTouch?: boolean;
                /**
                 * @description Largest part of a bar’s volume our orders may take; null switches the cap off.
                 * @default 0.1
                 */
                maxVolumeShare?: number | null;
                /**
                 * @description Part of the price kept back when an entry is sized to the buying power.
                 * @default 0.02
                 */
                entryReserve?: number;
            };
        };
        AccountsListOutput: {
            accounts: components["schemas"]["Account"][];
        };
        Backtest: {
            runId: string;
            tags: string[];
            note: string;
            /** Format: date-time */
            createdAt: string;
            document: {
                /** @enum {string} */
                schema: "candor-result/1" | "candor-result/2";
                manifest: {
                    /** @constant */
                    schema: "candor-run/1";
                    codeVersion: string;
                    data: {
                        symbol: string;
                        file: string | null;
                        /** @enum {string} */
                        timeframe: "1m" | "5m" | "15m" | "30m" | "1h" | "1d";
                        /** Format: date */
                        from: string;
                        /** Format: date */
                        to: string;
                        bars: number;
                        sha256: string;
                        provenance: {
                            provider: string;
                            source: string;
                            /** @enum {string} */
                            adjustment: "raw" | "splits" | "splits-and-dividends" | "none-needed";
                            synthetic: boolean;
                            note?: string;
                        };
                    };
                    strategy: {
                        id: string;
                        file: string | null;
                        sourceSha256: string | null;
                        params: {
                            [key: string]: components["schemas"]["Json"];
                        };
                    };
                    account: {
                        /** @enum {string} */
                        type: "cash" | "margin";
                        startCashUsd: number;
                    };
                    sizing: {
                        id: string;
                        params: {
                            [key: string]: components["schemas"]["Json"];
                        };
                    };
                    limits: {
                        [key: string]: {
                            [key: string]: components["schemas"]["Json"];
                        };
                    };
                    costs: {
                        /**
                         * @description Price lost on market and stop fills, in hundredths of a percent
                         * @default 5
                         */
                        slippageBps: number;
                        /**
                         * @default {
                         *       "kind": "per-share",
                         *       "feePerShareUsd": 0.005,
                         *       "minimumUsd": 1,
                         *       "maxFraction": 0.01
                         *     }
                         */
                        commission: {
                            /** @constant */
                            kind: "per-share";
                            /** @description Fee per share, USD */
                            feePerShareUsd: number;
                            /**
                             * @description Least fee of one fill, USD
                             * @default 0
                             */
                            minimumUsd: number;
                            /**
                             * @description Most the fee may be of the value; wins over the minimum
                             * @default 1
                             */
                            maxFraction: number;
                        } | {
                            /** @constant */
                            kind: "bps";
                            /** @description Fee in hundredths of a percent of the value */
                            bps: number;
                        };
                    };
                    execution: {
                        allowShort: boolean;
                        fillOnTouch: boolean;
                        maxVolumeShare: number | null;
                        entryReserve: number;
                    };
                    seed: number;
                    trials: number | null;
                };
                fingerprint: string;
                assessment: {
                    verdict: {
                        /** @enum {string} */
                        id: "cannot-say" | "no-edge" | "probably-luck" | "holds-up-so-far" | "not-proven";
                        headline: string;
                        why: string;
                        whatWouldChangeIt: string;
                    };
                    metrics: {
                        id: string;
                        label: string;
                        /** @enum {string} */
                        group: "return" | "risk" | "ratio" | "trades" | "costs" | "benchmark" | "significance";
                        /** @enum {string} */
                        unit: "fraction" | "ratio" | "usd" | "count" | "years" | "bars" | "sessions";
                        value: number | null;
                        reason?: string;
                        missingBecause?: string;
                        explanation: string;
                    }[];
                    sharpeInterval: {
                        low: number;
                        high: number;
                        median: number;
                        level: number;
                        resamples: number;
                        meanBlock: number;
                    } | null;
                    warnings: {
                        code: string;
                        message: string;
                    }[];
                    monthlyReturns: {
                        year: number;
                        months: (number | null)[];
                        total: number;
                    }[];
                    drawdowns: {
                        depth: number;
                        startedOn: string;
                        troughOn: string;
                        recoveredOn: string | null;
                        sessions: number;
                    }[];
                    observations: number;
                    luck?: {
                        sharpePerYear: number;
                        sharpePerSession: number;
                        standardErrorPerYear: number;
                        standardErrorPerSession: number;
                        sharpeToRuleOutLuckPerYear: number;
                        sharpeToRuleOutLuckPerSession: number;
                        trials: number | null;
                        effectiveTrials: number;
                        luckShare: number;
                        probabilityOfSkill: number | null;
                        sentence: string;
                    } | {
                        missingBecause: string;
                    };
                    reasons?: {
                        /** @enum {string} */
                        weighs: "for" | "against";
                        code: string;
                        sentence: string;
                    }[];
                };
                account: {
                    startCashUsd: number;
                    cashUsd: number;
                    equityUsd: number;
                    realizedUsd: number;
                    unrealizedUsd: number;
                    feesUsd: number;
                };
                costs: {
                    commissionUsd: number;
                    slippageUsd: number;
                    tradedUsd: number;
                    fills: number;
                };
                equity: {
                    closedAt: string[];
                    equityUsd: number[];
                    benchmark: string;
                    benchmarkUsd: number[];
                };
                trades: {
                    symbol: string;
                    /** @enum {string} */
                    direction: "long" | "short";
                    quantity: number;
                    /** Format: date-time */
                    entryAt: string;
                    entryPrice: number;
                    exitAt: string | null;
                    exitPrice: number | null;
                    exitReason: ("signal" | "stop" | "target") | null;
                    grossUsd: number;
                    commissionUsd: number;
                    slippageUsd: number;
                    barsHeld: number;
                    worst?: number;
                    best?: number;
                }[];
                orders: {
                    clientOrderId: string;
                    symbol: string;
                    /** @enum {string} */
                    side: "buy" | "sell";
                    /** @enum {string} */
                    type: "market" | "limit" | "stop" | "stop-limit";
                    /** @enum {string} */
                    intent: "enter" | "exit" | "protect";
                    /** @enum {string} */
                    timeInForce: "day" | "gtc";
                    quantity: number;
                    limitPrice: number | null;
                    stopPrice: number | null;
                    /** Format: date-time */
                    decidedAt: string;
                    /** @enum {string} */
                    status: "working" | "partially-filled" | "filled" | "cancelled" | "expired" | "rejected";
                    filledQuantity: number;
                    averageFillPrice: number | null;
                    reason: string | null;
                }[];
                decisions: {
                    /** Format: date-time */
                    at: string;
                    /** @enum {string} */
                    want: "long" | "short" | "flat" | "abstain";
                    confidence: number | null;
                    code: string | null;
                    reasons: string[];
                    voteSheet: {
                        probabilityUp: number | null;
                        logOdds: number | null;
                        base: number;
                        effectiveVoters: number | null;
                        participation: number;
                        disagreement: number | null;
                        abstained: ("PARTICIPATION" | "WEAK" | "DISAGREEMENT") | null;
                        votes: {
                            id: string;
                            probabilityUp: number | null;
                            weight: number;
                            logOddsContribution: number;
                            uncalibrated: boolean;
                            reasons: string[];
                        }[];
                    } | null;
                }[];
                notPlaced: {
                    /** Format: date-time */
                    at: string;
                    code: string;
                    reason: string;
                }[];
                halts: {
                    /** Format: date-time */
                    at: string;
                    code: string;
                    reason: string;
                }[];
                costSensitivity?: {
                    runs: {
                        multiple: number;
                        totalReturn: number;
                        sharpe: number | null;
                    }[];
                    missingBecause: string | null;
                    note: string;
                };
                split?: {
                    early: {
                        sessions: number;
                        totalReturn: number;
                        sharpe: number | null;
                    };
                    late: {
                        sessions: number;
                        totalReturn: number;
                        sharpe: number | null;
                    };
                    lateFrom: string;
                    note: string;
                } | {
                    missingBecause: string;
                };
                fan?: {
                    rows: number[];
                    sessions: string[];
                    p05Usd: number[];
                    p25Usd: number[];
                    p75Usd: number[];
                    p95Usd: number[];
                    resamples: number;
                    meanBlock: number;
                } | {
                    missingBecause: string;
                };
                ambiguousBars?: number;
                data: {
                    notices: string[];
                    quarantined: {
                        row: number;
                        /** @enum {string} */
                        unit: "line" | "row";
                        code: string;
                        reason: string;
                    }[];
                    flagged: {
                        /** Format: date-time */
                        at: string;
                        code: string;
                        reason: string;
                    }[];
                };
            };
        };
        BacktestsCompareOutput: {
            runs: {
                runId: string;
                headline: {
                    verdict: string;
                    headline: string;
                    symbol: string;
                    timeframe: string;
                    strategy: string;
                    /**
                     * @description Of the strategy; null for runs kept before they were told.
                     * @default null
                     */
                    params: {
                        [key: string]: components["schemas"]["Json"];
                    } | null;
                    from: string;
                    to: string;
                    trials: number | null;
                    totalReturn: number | null;
                    maxDrawdown: number | null;
                    sharpe: number | null;
                    /** @description Those completed, from flat to flat. */
                    trades: number;
                    synthetic: boolean;
                };
                strategy: {
                    id: string;
                    file: string | null;
                    sourceSha256: string | null;
                    params: {
                        [key: string]: components["schemas"]["Json"];
                    };
                };
                sizing: {
                    id: string;
                    params: {
                        [key: string]: components["schemas"]["Json"];
                    };
                };
                costs: {
                    /**
                     * @description Price lost on market and stop fills, in hundredths of a percent
                     * @default 5
                     */
                    slippageBps: number;
                    /**
                     * @default {
                     *       "kind": "per-share",
                     *       "feePerShareUsd": 0.005,
                     *       "minimumUsd": 1,
                     *       "maxFraction": 0.01
                     *     }
                     */
                    commission: {
                        /** @constant */
                        kind: "per-share";
                        /** @description Fee per share, USD */
                        feePerShareUsd: number;
                        /**
                         * @description Least fee of one fill, USD
                         * @default 0
                         */
                        minimumUsd: number;
                        /**
                         * @description Most the fee may be of the value; wins over the minimum
                         * @default 1
                         */
                        maxFraction: number;
                    } | {
                        /** @constant */
                        kind: "bps";
                        /** @description Fee in hundredths of a percent of the value */
                        bps: number;
                    };
                };
            }[];
            metrics: {
                id: string;
                label: string;
                unit: string;
                explanation: string;
                values: (number | null)[];
            }[];
            differences: string[];
        };
        BacktestsDeleteOutput: {
            runId: string;
            /** @constant */
            deleted: true;
        };
        BacktestsLabelBody: {
            /** @description All its tags, in the place of the old. */
            tags?: string[];
            /** @description Its note, in the place of the old. */
            note?: string;
        };
        BacktestsLabelOutput: {
            runId: string;
            /** @constant */
            labelled: true;
        };
        BacktestsListOutput: {
            runs: {
                runId: string;
                verdict: string;
                headline: string;
                symbol: string;
                timeframe: string;
                strategy: string;
                /**
                 * @description Of the strategy; null for runs kept before they were told.
                 * @default null
                 */
                params: {
                    [key: string]: components["schemas"]["Json"];
                } | null;
                from: string;
                to: string;
                trials: number | null;
                totalReturn: number | null;
                maxDrawdown: number | null;
                sharpe: number | null;
                /** @description Those completed, from flat to flat. */
                trades: number;
                synthetic: boolean;
                fingerprint: string;
                tags: string[];
                note: string;
                /** Format: date-time */
                createdAt: string;
            }[];
            nextCursor: string | null;
        };
        BacktestsRunBody: {
            /** @description What to trade; see the list of symbols. */
            symbol: string;
            /** @description A strategy by id, or a file of your own like my/first-idea.ts. */
            strategy: string;
            /**
             * @description Parameters of the strategy by name; see the list of strategies.
             * @default {}
             */
            params?: {
                [key: string]: components["schemas"]["Json"];
            };
            /**
             * Format: date
             * @description First session; the first there is otherwise.
             */
            from?: string;
            /**
             * Format: date
             * @description Last session; the last there is otherwise.
             */
            to?: string;
            /**
             * @description Span of a bar.
             * @default 1d
             * @enum {string}
             */
            timeframe?: "1m" | "5m" | "15m" | "30m" | "1h" | "1d";
            /**
             * @description Cash to begin with, USD.
             * @default 100000
             */
            cashUsd?: number;
            /**
             * @description How much to order: volatility-target, fixed-fraction, all-in or fixed-quantity.
             * @default volatility-target
             */
            sizing?: string;
            /**
             * @description Parameters of the sizing rule by name.
             * @default {}
             */
            sizingParams?: {
                [key: string]: components["schemas"]["Json"];
            };
            /**
             * @description Let the strategy sell short, on a margin account.
             * @default false
             */
            allowShort?: boolean;
            /**
             * @description Price lost on every market and stop fill, in hundredths of a percent.
             * @default 5
             */
            slippageBps?: number;
            /**
             * @description Commission per share, USD.
             * @default 0.005
             */
            feePerShareUsd?: number;
            /**
             * @description Least commission of a fill, USD.
             * @default 1
             */
            minimumFeeUsd?: number;
            /** @description Commission in hundredths of a percent of the value, instead of per share. */
            commissionBps?: number;
            /**
             * @description Largest part of a bar’s volume our orders may take; 0 switches the cap off.
             * @default 0.1
             */
            maxVolumeShare?: number;
            /** @description How many configurations you have tried on this data, this one counted: the verdict allows for it. */
            trials?: number;
            /**
             * @description Seed of the bootstrap.
             * @default 1
             */
            seed?: number;
        };
        BacktestsRunOutput: {
            runId: string;
            jobId: string;
            /** @enum {string} */
            state: "queued" | "running" | "succeeded" | "failed" | "cancelled";
        };
        BacktestsVerifyOutput: {
            runId: string;
            ok: boolean;
            comparisons: {
                /** @enum {string} */
                what: "file" | "data" | "strategy source" | "code" | "result";
                same: boolean;
                kept: string;
                now: string;
            }[];
            manifest: {
                /** @constant */
                schema: "candor-run/1";
                codeVersion: string;
                data: {
                    symbol: string;
                    file: string | null;
                    /** @enum {string} */
                    timeframe: "1m" | "5m" | "15m" | "30m" | "1h" | "1d";
                    /** Format: date */
                    from: string;
                    /** Format: date */
                    to: string;
                    bars: number;
                    sha256: string;
                    provenance: {
                        provider: string;
                        source: string;
                        /** @enum {string} */
                        adjustment: "raw" | "splits" | "splits-and-dividends" | "none-needed";
                        synthetic: boolean;
                        note?: string;
                    };
                };
                strategy: {
                    id: string;
                    file: string | null;
                    sourceSha256: string | null;
                    params: {
                        [key: string]: components["schemas"]["Json"];
                    };
                };
                account: {
                    /** @enum {string} */
                    type: "cash" | "margin";
                    startCashUsd: number;
                };
                sizing: {
                    id: string;
                    params: {
                        [key: string]: components["schemas"]["Json"];
                    };
                };
                limits: {
                    [key: string]: {
                        [key: string]: components["schemas"]["Json"];
                    };
                };
                costs: {
                    /**
                     * @description Price lost on market and stop fills, in hundredths of a percent
                     * @default 5
                     */
                    slippageBps: number;
                    /**
                     * @default {
                     *       "kind": "per-share",
                     *       "feePerShareUsd": 0.005,
                     *       "minimumUsd": 1,
                     *       "maxFraction": 0.01
                     *     }
                     */
                    commission: {
                        /** @constant */
                        kind: "per-share";
                        /** @description Fee per share, USD */
                        feePerShareUsd: number;
                        /**
                         * @description Least fee of one fill, USD
                         * @default 0
                         */
                        minimumUsd: number;
                        /**
                         * @description Most the fee may be of the value; wins over the minimum
                         * @default 1
                         */
                        maxFraction: number;
                    } | {
                        /** @constant */
                        kind: "bps";
                        /** @description Fee in hundredths of a percent of the value */
                        bps: number;
                    };
                };
                execution: {
                    allowShort: boolean;
                    fillOnTouch: boolean;
                    maxVolumeShare: number | null;
                    entryReserve: number;
                };
                seed: number;
                trials: number | null;
            };
        };
        BarsListOutput: {
            symbol: string;
            /** @enum {string} */
            timeframe: "1m" | "5m" | "15m" | "30m" | "1h" | "1d";
            provider: string;
            source: string;
            adjustment: string;
            synthetic: boolean;
            openedAt: string[];
            closedAt: string[];
            session: string[];
            open: number[];
            high: number[];
            low: number[];
            close: number[];
            volume: (number | null)[];
            flagged: {
                /** Format: date-time */
                at: string;
                code: string;
                reason: string;
            }[];
            nextCursor: string | null;
        };
        Configuration: {
            id: string;
            version: number;
            name: string;
            strategy: string;
            params: {
                [key: string]: components["schemas"]["Json"];
            };
            sizing: {
                id: string;
                params: {
                    [key: string]: components["schemas"]["Json"];
                };
            };
            allowShort: boolean;
            /** Format: date-time */
            createdAt: string;
            versions: components["schemas"]["ConfigurationsCreateOutput"][];
        };
        ConfigurationsArchiveOutput: {
            id: string;
            /** @constant */
            archived: true;
        };
        ConfigurationsChangeBody: {
            /** @description The version that was changed: it must still be the latest. */
            basedOn: number;
            /** @description What people call it; the id otherwise. */
            name?: string;
            /** @description A strategy by id, or one of your own like my/first-idea.ts; see the list of strategies. */
            strategy: string;
            /**
             * @description Parameters of the strategy other than the defaults.
             * @default {}
             */
            params?: {
                [key: string]: components["schemas"]["Json"];
            };
            /**
             * @description How much to order: volatility-target, fixed-fraction, all-in or fixed-quantity.
             * @default {}
             */
            sizing?: {
                /** @default volatility-target */
                id?: string;
                /** @default {} */
                params?: {
                    [key: string]: components["schemas"]["Json"];
                };
            };
            /**
             * @description Let the strategy sell short, in a margin account.
             * @default false
             */
            allowShort?: boolean;
        };
        ConfigurationsCreateBody: {
            /** @description What the configuration is called in addresses. */
            id: string;
            /** @description What people call it; the id otherwise. */
            name?: string;
            /** @description A strategy by id, or one of your own like my/first-idea.ts; see the list of strategies. */
            strategy: string;
            /**
             * @description Parameters of the strategy other than the defaults.
             * @default {}
             */
            params?: {
                [key: string]: components["schemas"]["Json"];
            };
            /**
             * @description How much to order: volatility-target, fixed-fraction, all-in or fixed-quantity.
             * @default {}
             */
            sizing?: {
                /** @default volatility-target */
                id?: string;
                /** @default {} */
                params?: {
                    [key: string]: components["schemas"]["Json"];
                };
            };
            /**
             * @description Let the strategy sell short, in a margin account.
             * @default false
             */
            allowShort?: boolean;
        };
        ConfigurationsCreateOutput: {
            id: string;
            version: number;
            name: string;
            strategy: string;
            params: {
                [key: string]: components["schemas"]["Json"];
            };
            sizing: {
                id: string;
                params: {
                    [key: string]: components["schemas"]["Json"];
                };
            };
            allowShort: boolean;
            /** Format: date-time */
            createdAt: string;
        };
        ConfigurationsListOutput: {
            configurations: components["schemas"]["ConfigurationsCreateOutput"][];
        };
        ConfigurationsValidateBody: {
            /** @description A strategy by id, or one of your own like my/first-idea.ts; see the list of strategies. */
            strategy: string;
            /**
             * @description Parameters of the strategy other than the defaults.
             * @default {}
             */
            params?: {
                [key: string]: components["schemas"]["Json"];
            };
            /**
             * @description How much to order: volatility-target, fixed-fraction, all-in or fixed-quantity.
             * @default {}
             */
            sizing?: {
                /** @default volatility-target */
                id?: string;
                /** @default {} */
                params?: {
                    [key: string]: components["schemas"]["Json"];
                };
            };
            /**
             * @description Let the strategy sell short, in a margin account.
             * @default false
             */
            allowShort?: boolean;
        };
        ConfigurationsValidateOutput: {
            ok: boolean;
            errors: {
                field: string;
                rule: string;
                message: string;
            }[];
            configuration: {
                strategy: string;
                params: {
                    [key: string]: components["schemas"]["Json"];
                };
                sizing: {
                    id: string;
                    params: {
                        [key: string]: components["schemas"]["Json"];
                    };
                };
                allowShort: boolean;
            } | null;
        };
        DatasetsCoverageOutput: {
            datasetId: string;
            symbol: string;
            /** @enum {string} */
            timeframe: "1m" | "5m" | "15m" | "30m" | "1h" | "1d";
            exchange: string;
            source: string;
            synthetic: boolean;
            isStored: boolean;
            from: string | null;
            to: string | null;
            totals: {
                expectedSessions: number;
                presentSessions: number;
                thinSessions: number | null;
                bars: number;
                flagged: number;
                quarantined: number;
            };
            months: {
                month: string;
                expectedSessions: number;
                presentSessions: number;
                thinSessions: number | null;
                bars: number;
                flagged: number;
                quarantined: number;
                missing: string[];
            }[];
        };
        DatasetsListOutput: {
            datasets: {
                id: string;
                symbol: string;
                timeframe: string;
                provider: string;
                source: string;
                adjustment: string;
                synthetic: boolean;
                bars: number;
                from: string | null;
                to: string | null;
            }[];
        };
        DecisionsListOutput: {
            decisions: {
                accountId: string;
                sessionId: string;
                seq: number;
                sleeveId: string;
                symbol: string;
                /** @enum {string} */
                want: "long" | "short" | "flat" | "abstain";
                confidence: number | null;
                probabilityUp: number | null;
                horizonBars: number | null;
                stop: number | null;
                targets: number[];
                invalidation: number | null;
                code: string | null;
                reasons: string[];
                features: {
                    [key: string]: number | null;
                };
                voteSheet: {
                    probabilityUp: number | null;
                    logOdds: number | null;
                    base: number;
                    effectiveVoters: number | null;
                    participation: number;
                    disagreement: number | null;
                    abstained: ("PARTICIPATION" | "WEAK" | "DISAGREEMENT") | null;
                    votes: {
                        id: string;
                        probabilityUp: number | null;
                        weight: number;
                        logOddsContribution: number;
                        uncalibrated: boolean;
                        reasons: string[];
                    }[];
                } | null;
                /** Format: date-time */
                at: string;
                /** Format: date-time */
                recordedAt: string;
            }[];
            nextCursor: string | null;
        };
        DemoResetOutput: {
            present: boolean;
            accountId: string | null;
            sessionId: string | null;
            configurations: string[];
            labels: {
                /** @description What is real. */
                prices: string;
                /** @description What is replayed. */
                replay: string;
                /** @description What is simulated. */
                money: string;
                /** @description What is made up. */
                synthetic: string;
            };
        };
        EquityListOutput: {
            points: {
                /** Format: date-time */
                at: string;
                equityUsd: number;
                cashUsd: number;
            }[];
            thinnedFrom: number | null;
            nextCursor: string | null;
        };
        EventsListOutput: {
            events: {
                accountId: string;
                sessionId: string;
                seq: number;
                /** Format: date-time */
                at: string;
                /** Format: date-time */
                recordedAt: string;
                happening: {
                    /** @constant */
                    type: "decision";
                    sleeveId: string;
                    symbol: string;
                    signal: {
                        /** @enum {string} */
                        want: "long" | "short" | "flat" | "abstain";
                        confidence: number | null;
                        probabilityUp: number | null;
                        horizonBars: number | null;
                        stop: number | null;
                        targets: number[];
                        invalidation: number | null;
                        code: string | null;
                        reasons: string[];
                        features: {
                            [key: string]: number | null;
                        };
                    };
                    voteSheet: {
                        probabilityUp: number | null;
                        logOdds: number | null;
                        base: number;
                        effectiveVoters: number | null;
                        participation: number;
                        disagreement: number | null;
                        abstained: ("PARTICIPATION" | "WEAK" | "DISAGREEMENT") | null;
                        votes: {
                            id: string;
                            probabilityUp: number | null;
                            weight: number;
                            logOddsContribution: number;
                            uncalibrated: boolean;
                            reasons: string[];
                        }[];
                    } | null;
                } | {
                    /** @constant */
                    type: "annotation";
                    sleeveId: string;
                    symbol: string;
                    kind: string;
                    bar: number;
                    confirmedBar: number;
                    price: number | null;
                    label: string | null;
                    data: components["schemas"]["Json"];
                } | {
                    /** @constant */
                    type: "no-order";
                    sleeveId: string;
                    symbol: string;
                    code: string;
                    reason: string;
                } | {
                    /** @constant */
                    type: "order-approved";
                    sleeveId: string;
                    symbol: string;
                    order: {
                        clientOrderId: string;
                        sleeveId: string;
                        symbol: string;
                        /** @enum {string} */
                        side: "buy" | "sell";
                        /** @enum {string} */
                        type: "market" | "limit" | "stop" | "stop-limit";
                        /** @enum {string} */
                        intent: "enter" | "exit" | "protect";
                        /** @enum {string} */
                        timeInForce: "day" | "gtc";
                        quantity: number;
                        allIn: boolean;
                        limitPrice: number | null;
                        stopPrice: number | null;
                        ocoGroup: string | null;
                        parentId: string | null;
                        /** Format: date-time */
                        decidedAt: string;
                    };
                } | {
                    /** @constant */
                    type: "order-refused";
                    sleeveId: string;
                    symbol: string;
                    order: {
                        clientOrderId: string;
                        sleeveId: string;
                        symbol: string;
                        /** @enum {string} */
                        side: "buy" | "sell";
                        /** @enum {string} */
                        type: "market" | "limit" | "stop" | "stop-limit";
                        /** @enum {string} */
                        intent: "enter" | "exit" | "protect";
                        /** @enum {string} */
                        timeInForce: "day" | "gtc";
                        quantity: number;
                        allIn: boolean;
                        limitPrice: number | null;
                        stopPrice: number | null;
                        ocoGroup: string | null;
                        parentId: string | null;
                        /** Format: date-time */
                        decidedAt: string;
                    };
                    denials: {
                        code: string;
                        message: string;
                        numbers: {
                            [key: string]: number | null;
                        };
                    }[];
                } | {
                    /** @constant */
                    type: "order-filled";
                    sleeveId: string;
                    symbol: string;
                    fill: {
                        clientOrderId: string;
                        sequence: number;
                        sleeveId: string;
                        symbol: string;
                        /** @enum {string} */
                        side: "buy" | "sell";
                        /** @enum {string} */
                        intent: "enter" | "exit" | "protect";
                        quantity: number;
                        price: number;
                        commissionUsd: number;
                        slippageUsd: number;
                        /** @enum {string} */
                        moment: "open" | "intrabar";
                        /** Format: date-time */
                        at: string;
                    };
                    complete: boolean;
                } | {
                    /** @enum {string} */
                    type: "order-cancelled" | "order-expired" | "order-rejected";
                    sleeveId: string;
                    symbol: string;
                    clientOrderId: string;
                    reason: string;
                } | {
                    /** @constant */
                    type: "halted";
                    halt: {
                        /** @enum {string} */
                        level: "entries" | "all";
                        code: string;
                        reason: string;
                        /** Format: date-time */
                        at: string;
                        /** @enum {string} */
                        until: "next-session" | "manual";
                    };
                } | {
                    /** @constant */
                    type: "resumed";
                    halt: {
                        /** @enum {string} */
                        level: "entries" | "all";
                        code: string;
                        reason: string;
                        /** Format: date-time */
                        at: string;
                        /** @enum {string} */
                        until: "next-session" | "manual";
                    };
                    by: string;
                    reason: string;
                } | {
                    /** @constant */
                    type: "limit-breached";
                    code: string;
                    numbers: {
                        [key: string]: number | null;
                    };
                };
            }[];
            nextCursor: string | null;
        };
        FillsListOutput: {
            fills: {
                accountId: string;
                sessionId: string;
                clientOrderId: string;
                sequence: number;
                sleeveId: string;
                symbol: string;
                /** @enum {string} */
                side: "buy" | "sell";
                /** @enum {string} */
                intent: "enter" | "exit" | "protect";
                quantity: number;
                price: number;
                commissionUsd: number;
                slippageUsd: number;
                /** @enum {string} */
                moment: "open" | "intrabar";
                /** Format: date-time */
                at: string;
                /** Format: date-time */
                recordedAt: string;
            }[];
            nextCursor: string | null;
        };
        ImportsCreateOutput: {
            symbol: string;
            /** @enum {string} */
            timeframe: "1m" | "5m" | "15m" | "30m" | "1h" | "1d";
            bars: number;
            from: string | null;
            to: string | null;
            tickSize: number;
            faults: {
                [key: string]: number;
            };
            quarantined: {
                row: number;
                /** @enum {string} */
                unit: "line" | "row";
                code: string;
                reason: string;
                raw: string;
            }[];
            notListed: number;
            flagged: {
                time: number;
                code: string;
                reason: string;
            }[];
            notices: string[];
            datasetId: string;
            added: number;
            unchanged: number;
            conflicting: number;
        };
        IndicatorsComputeBody: {
            /** @description Which one; see the list of indicators. */
            indicator?: string;
            /** @description Whose bars; see the list of symbols. */
            symbol: string;
            /**
             * @description Parameters other than the defaults.
             * @default {}
             */
            params?: {
                [key: string]: components["schemas"]["Json"];
            };
            /** @description Instead of one: several, each by its id or with its parameters. */
            indicators?: (string | {
                /** @description Which one. */
                indicator: string;
                /**
                 * @description Parameters other than the defaults.
                 * @default {}
                 */
                params?: {
                    [key: string]: components["schemas"]["Json"];
                };
            })[];
            /**
             * Format: date
             * @description First session; the warm-up begins here. The first there is otherwise.
             */
            from?: string;
            /**
             * Format: date
             * @description Last session; the last there is otherwise.
             */
            to?: string;
            /**
             * @description Span of a bar.
             * @default 1d
             * @enum {string}
             */
            timeframe?: "1m" | "5m" | "15m" | "30m" | "1h" | "1d";
        };
        IndicatorsComputeOutput: {
            symbol: string;
            /** @enum {string} */
            timeframe: "1m" | "5m" | "15m" | "30m" | "1h" | "1d";
            synthetic: boolean;
            source: string;
            closedAt: string[];
            close: number[];
            indicators: {
                indicator: string;
                params: {
                    [key: string]: components["schemas"]["Json"];
                };
                outputs: {
                    name: string;
                    title: string;
                    unit: string;
                    values: (number | null)[];
                }[];
            }[];
        };
        IndicatorsListOutput: {
            indicators: {
                id: string;
                title: string;
                summary: string;
                source: string;
                group: string | null;
                groupTitle: string;
                inputs: string[];
                outputs: {
                    name: string;
                    title: string;
                    unit: string;
                    /** @enum {string} */
                    pane: "price" | "own";
                    /** @enum {string} */
                    lineStyle: "line" | "histogram" | "bands" | "marks";
                    firstBar: number;
                }[];
                params: {
                    name: string;
                    title: string;
                    /** @enum {string} */
                    type: "integer" | "number" | "boolean" | "choice" | "text" | "list" | "record";
                    default: components["schemas"]["Json"];
                    minimum: number | null;
                    maximum: number | null;
                    excludesMinimum: boolean;
                    excludesMaximum: boolean;
                    choices: string[] | null;
                    unit: string | null;
                    about: string | null;
                    /** @enum {string} */
                    none: "not-allowed" | "null" | "leave-out";
                    rules: string;
                    parametersOf: string | null;
                    list: {
                        minEntries: number | null;
                        maxEntries: number | null;
                        eachOnce: string | null;
                        entry: {
                            name: string;
                            title: string;
                            /** @enum {string} */
                            type: "integer" | "number" | "boolean" | "choice" | "text" | "list" | "record";
                            default: components["schemas"]["Json"];
                            minimum: number | null;
                            maximum: number | null;
                            excludesMinimum: boolean;
                            excludesMaximum: boolean;
                            choices: string[] | null;
                            unit: string | null;
                            about: string | null;
                            /** @enum {string} */
                            none: "not-allowed" | "null" | "leave-out";
                            rules: string;
                            parametersOf: string | null;
                        }[];
                    } | null;
                }[];
                schema: {
                    [key: string]: components["schemas"]["Json"];
                };
                crossRules: {
                    field: string | null;
                    message: string;
                }[];
            }[];
            total: number;
        };
        Job: {
            id: string;
            job: string;
            /** @enum {string} */
            state: "queued" | "running" | "succeeded" | "failed" | "cancelled";
            progress: {
                done: number;
                total: number;
                of: string;
            } | null;
            result: components["schemas"]["Json"];
            error: {
                code: string;
                kind: string;
                message: string;
            } | null;
            attempts: number;
            maxAttempts: number;
            /** @enum {string} */
            requestedBy: "cli" | "http" | "mcp" | "schedule";
            cancelRequestedAt: string | null;
            /** Format: date-time */
            createdAt: string;
            startedAt: string | null;
            heartbeatAt: string | null;
            endedAt: string | null;
        };
        JobsListOutput: {
            jobs: components["schemas"]["Job"][];
            nextCursor: string | null;
        };
        JournalAuditBody: {
            /** @description Only the journal of this account. */
            accountId?: string;
        };
        JournalAuditOutput: {
            ok: boolean;
            journals: ({
                /** @constant */
                ok: true;
                accountId: string;
                entries: number;
                head: string;
            } | {
                /** @constant */
                ok: false;
                accountId: string;
                seq: number;
                reason: string;
            })[];
        };
        JournalListOutput: {
            entries: {
                entry: number;
                hash: string;
                accountId: string;
                sessionId: string;
                seq: number;
                /** Format: date-time */
                at: string;
                /** Format: date-time */
                recordedAt: string;
                happening: {
                    /** @constant */
                    type: "decision";
                    sleeveId: string;
                    symbol: string;
                    signal: {
                        /** @enum {string} */
                        want: "long" | "short" | "flat" | "abstain";
                        confidence: number | null;
                        probabilityUp: number | null;
                        horizonBars: number | null;
                        stop: number | null;
                        targets: number[];
                        invalidation: number | null;
                        code: string | null;
                        reasons: string[];
                        features: {
                            [key: string]: number | null;
                        };
                    };
                    voteSheet: {
                        probabilityUp: number | null;
                        logOdds: number | null;
                        base: number;
                        effectiveVoters: number | null;
                        participation: number;
                        disagreement: number | null;
                        abstained: ("PARTICIPATION" | "WEAK" | "DISAGREEMENT") | null;
                        votes: {
                            id: string;
                            probabilityUp: number | null;
                            weight: number;
                            logOddsContribution: number;
                            uncalibrated: boolean;
                            reasons: string[];
                        }[];
                    } | null;
                } | {
                    /** @constant */
                    type: "annotation";
                    sleeveId: string;
                    symbol: string;
                    kind: string;
                    bar: number;
                    confirmedBar: number;
                    price: number | null;
                    label: string | null;
                    data: components["schemas"]["Json"];
                } | {
                    /** @constant */
                    type: "no-order";
                    sleeveId: string;
                    symbol: string;
                    code: string;
                    reason: string;
                } | {
                    /** @constant */
                    type: "order-approved";
                    sleeveId: string;
                    symbol: string;
                    order: {
                        clientOrderId: string;
                        sleeveId: string;
                        symbol: string;
                        /** @enum {string} */
                        side: "buy" | "sell";
                        /** @enum {string} */
                        type: "market" | "limit" | "stop" | "stop-limit";
                        /** @enum {string} */
                        intent: "enter" | "exit" | "protect";
                        /** @enum {string} */
                        timeInForce: "day" | "gtc";
                        quantity: number;
                        allIn: boolean;
                        limitPrice: number | null;
                        stopPrice: number | null;
                        ocoGroup: string | null;
                        parentId: string | null;
                        /** Format: date-time */
                        decidedAt: string;
                    };
                } | {
                    /** @constant */
                    type: "order-refused";
                    sleeveId: string;
                    symbol: string;
                    order: {
                        clientOrderId: string;
                        sleeveId: string;
                        symbol: string;
                        /** @enum {string} */
                        side: "buy" | "sell";
                        /** @enum {string} */
                        type: "market" | "limit" | "stop" | "stop-limit";
                        /** @enum {string} */
                        intent: "enter" | "exit" | "protect";
                        /** @enum {string} */
                        timeInForce: "day" | "gtc";
                        quantity: number;
                        allIn: boolean;
                        limitPrice: number | null;
                        stopPrice: number | null;
                        ocoGroup: string | null;
                        parentId: string | null;
                        /** Format: date-time */
                        decidedAt: string;
                    };
                    denials: {
                        code: string;
                        message: string;
                        numbers: {
                            [key: string]: number | null;
                        };
                    }[];
                } | {
                    /** @constant */
                    type: "order-filled";
                    sleeveId: string;
                    symbol: string;
                    fill: {
                        clientOrderId: string;
                        sequence: number;
                        sleeveId: string;
                        symbol: string;
                        /** @enum {string} */
                        side: "buy" | "sell";
                        /** @enum {string} */
                        intent: "enter" | "exit" | "protect";
                        quantity: number;
                        price: number;
                        commissionUsd: number;
                        slippageUsd: number;
                        /** @enum {string} */
                        moment: "open" | "intrabar";
                        /** Format: date-time */
                        at: string;
                    };
                    complete: boolean;
                } | {
                    /** @enum {string} */
                    type: "order-cancelled" | "order-expired" | "order-rejected";
                    sleeveId: string;
                    symbol: string;
                    clientOrderId: string;
                    reason: string;
                } | {
                    /** @constant */
                    type: "halted";
                    halt: {
                        /** @enum {string} */
                        level: "entries" | "all";
                        code: string;
                        reason: string;
                        /** Format: date-time */
                        at: string;
                        /** @enum {string} */
                        until: "next-session" | "manual";
                    };
                } | {
                    /** @constant */
                    type: "resumed";
                    halt: {
                        /** @enum {string} */
                        level: "entries" | "all";
                        code: string;
                        reason: string;
                        /** Format: date-time */
                        at: string;
                        /** @enum {string} */
                        until: "next-session" | "manual";
                    };
                    by: string;
                    reason: string;
                } | {
                    /** @constant */
                    type: "limit-breached";
                    code: string;
                    numbers: {
                        [key: string]: number | null;
                    };
                };
            }[];
            nextCursor: string | null;
        };
        Json: string | number | boolean | null | unknown[] | {
            [key: string]: unknown;
        };
        Order: {
            order: {
                accountId: string;
                sessionId: string;
                clientOrderId: string;
                sleeveId: string;
                symbol: string;
                /** @enum {string} */
                side: "buy" | "sell";
                /** @enum {string} */
                type: "market" | "limit" | "stop" | "stop-limit";
                /** @enum {string} */
                intent: "enter" | "exit" | "protect";
                /** @enum {string} */
                timeInForce: "day" | "gtc";
                quantity: number;
                allIn: boolean;
                limitPrice: number | null;
                stopPrice: number | null;
                ocoGroup: string | null;
                parentId: string | null;
                /** Format: date-time */
                decidedAt: string;
                /** @enum {string} */
                status: "working" | "partially-filled" | "filled" | "cancelled" | "expired" | "rejected";
                filledQuantity: number;
                averageFillPrice: number | null;
                reason: string | null;
                /** Format: date-time */
                recordedAt: string;
                sentAt: string | null;
                endedAt: string | null;
            };
            fills: {
                accountId: string;
                sessionId: string;
                clientOrderId: string;
                sequence: number;
                sleeveId: string;
                symbol: string;
                /** @enum {string} */
                side: "buy" | "sell";
                /** @enum {string} */
                intent: "enter" | "exit" | "protect";
                quantity: number;
                price: number;
                commissionUsd: number;
                slippageUsd: number;
                /** @enum {string} */
                moment: "open" | "intrabar";
                /** Format: date-time */
                at: string;
                /** Format: date-time */
                recordedAt: string;
            }[];
            events: {
                accountId: string;
                sessionId: string;
                seq: number;
                /** Format: date-time */
                at: string;
                /** Format: date-time */
                recordedAt: string;
                happening: {
                    /** @constant */
                    type: "decision";
                    sleeveId: string;
                    symbol: string;
                    signal: {
                        /** @enum {string} */
                        want: "long" | "short" | "flat" | "abstain";
                        confidence: number | null;
                        probabilityUp: number | null;
                        horizonBars: number | null;
                        stop: number | null;
                        targets: number[];
                        invalidation: number | null;
                        code: string | null;
                        reasons: string[];
                        features: {
                            [key: string]: number | null;
                        };
                    };
                    voteSheet: {
                        probabilityUp: number | null;
                        logOdds: number | null;
                        base: number;
                        effectiveVoters: number | null;
                        participation: number;
                        disagreement: number | null;
                        abstained: ("PARTICIPATION" | "WEAK" | "DISAGREEMENT") | null;
                        votes: {
                            id: string;
                            probabilityUp: number | null;
                            weight: number;
                            logOddsContribution: number;
                            uncalibrated: boolean;
                            reasons: string[];
                        }[];
                    } | null;
                } | {
                    /** @constant */
                    type: "annotation";
                    sleeveId: string;
                    symbol: string;
                    kind: string;
                    bar: number;
                    confirmedBar: number;
                    price: number | null;
                    label: string | null;
                    data: components["schemas"]["Json"];
                } | {
                    /** @constant */
                    type: "no-order";
                    sleeveId: string;
                    symbol: string;
                    code: string;
                    reason: string;
                } | {
                    /** @constant */
                    type: "order-approved";
                    sleeveId: string;
                    symbol: string;
                    order: {
                        clientOrderId: string;
                        sleeveId: string;
                        symbol: string;
                        /** @enum {string} */
                        side: "buy" | "sell";
                        /** @enum {string} */
                        type: "market" | "limit" | "stop" | "stop-limit";
                        /** @enum {string} */
                        intent: "enter" | "exit" | "protect";
                        /** @enum {string} */
                        timeInForce: "day" | "gtc";
                        quantity: number;
                        allIn: boolean;
                        limitPrice: number | null;
                        stopPrice: number | null;
                        ocoGroup: string | null;
                        parentId: string | null;
                        /** Format: date-time */
                        decidedAt: string;
                    };
                } | {
                    /** @constant */
                    type: "order-refused";
                    sleeveId: string;
                    symbol: string;
                    order: {
                        clientOrderId: string;
                        sleeveId: string;
                        symbol: string;
                        /** @enum {string} */
                        side: "buy" | "sell";
                        /** @enum {string} */
                        type: "market" | "limit" | "stop" | "stop-limit";
                        /** @enum {string} */
                        intent: "enter" | "exit" | "protect";
                        /** @enum {string} */
                        timeInForce: "day" | "gtc";
                        quantity: number;
                        allIn: boolean;
                        limitPrice: number | null;
                        stopPrice: number | null;
                        ocoGroup: string | null;
                        parentId: string | null;
                        /** Format: date-time */
                        decidedAt: string;
                    };
                    denials: {
                        code: string;
                        message: string;
                        numbers: {
                            [key: string]: number | null;
                        };
                    }[];
                } | {
                    /** @constant */
                    type: "order-filled";
                    sleeveId: string;
                    symbol: string;
                    fill: {
                        clientOrderId: string;
                        sequence: number;
                        sleeveId: string;
                        symbol: string;
                        /** @enum {string} */
                        side: "buy" | "sell";
                        /** @enum {string} */
                        intent: "enter" | "exit" | "protect";
                        quantity: number;
                        price: number;
                        commissionUsd: number;
                        slippageUsd: number;
                        /** @enum {string} */
                        moment: "open" | "intrabar";
                        /** Format: date-time */
                        at: string;
                    };
                    complete: boolean;
                } | {
                    /** @enum {string} */
                    type: "order-cancelled" | "order-expired" | "order-rejected";
                    sleeveId: string;
                    symbol: string;
                    clientOrderId: string;
                    reason: string;
                } | {
                    /** @constant */
                    type: "halted";
                    halt: {
                        /** @enum {string} */
                        level: "entries" | "all";
                        code: string;
                        reason: string;
                        /** Format: date-time */
                        at: string;
                        /** @enum {string} */
                        until: "next-session" | "manual";
                    };
                } | {
                    /** @constant */
                    type: "resumed";
                    halt: {
                        /** @enum {string} */
                        level: "entries" | "all";
                        code: string;
                        reason: string;
                        /** Format: date-time */
                        at: string;
                        /** @enum {string} */
                        until: "next-session" | "manual";
                    };
                    by: string;
                    reason: string;
                } | {
                    /** @constant */
                    type: "limit-breached";
                    code: string;
                    numbers: {
                        [key: string]: number | null;
                    };
                };
            }[];
        };
        OrdersCancelOutput: {
            clientOrderId: string;
            /** @constant */
            asked: true;
        };
        OrdersListOutput: {
            orders: {
                accountId: string;
                sessionId: string;
                clientOrderId: string;
                sleeveId: string;
                symbol: string;
                /** @enum {string} */
                side: "buy" | "sell";
                /** @enum {string} */
                type: "market" | "limit" | "stop" | "stop-limit";
                /** @enum {string} */
                intent: "enter" | "exit" | "protect";
                /** @enum {string} */
                timeInForce: "day" | "gtc";
                quantity: number;
                allIn: boolean;
                limitPrice: number | null;
                stopPrice: number | null;
                ocoGroup: string | null;
                parentId: string | null;
                /** Format: date-time */
                decidedAt: string;
                /** @enum {string} */
                status: "working" | "partially-filled" | "filled" | "cancelled" | "expired" | "rejected";
                filledQuantity: number;
                averageFillPrice: number | null;
                reason: string | null;
                /** Format: date-time */
                recordedAt: string;
                sentAt: string | null;
                endedAt: string | null;
            }[];
            nextCursor: string | null;
        };
        OrdersPlaceBody: {
            /** @description Unique in the account, so that sending an order twice is no second order. Made up otherwise. */
            clientOrderId?: string;
            /** @description What to trade; an instrument of the session. */
            symbol: string;
            /**
             * @description Buy or sell.
             * @enum {string}
             */
            side: "buy" | "sell";
            /** @description Shares or units, in whole lots of the instrument. */
            quantity: number;
            /**
             * @description How it is to be filled.
             * @default market
             * @enum {string}
             */
            type?: "market" | "limit" | "stop" | "stop-limit";
            /** @description For limit and stop-limit: no worse than this price. */
            limitPrice?: number;
            /** @description For stop and stop-limit: sleeps until this price. */
            stopPrice?: number;
            /**
             * @description For the next session, or until cancelled.
             * @default day
             * @enum {string}
             */
            timeInForce?: "day" | "gtc";
            /** @description Closes what this order opens when the price turns against it. */
            stopLossPrice?: number;
            /** @description Closes what this order opens at a gain. */
            takeProfitPrice?: number;
        };
        OrdersPlaceOutput: {
            orders: {
                accountId: string;
                sessionId: string;
                clientOrderId: string;
                sleeveId: string;
                symbol: string;
                /** @enum {string} */
                side: "buy" | "sell";
                /** @enum {string} */
                type: "market" | "limit" | "stop" | "stop-limit";
                /** @enum {string} */
                intent: "enter" | "exit" | "protect";
                /** @enum {string} */
                timeInForce: "day" | "gtc";
                quantity: number;
                allIn: boolean;
                limitPrice: number | null;
                stopPrice: number | null;
                ocoGroup: string | null;
                parentId: string | null;
                /** Format: date-time */
                decidedAt: string;
                /** @enum {string} */
                status: "working" | "partially-filled" | "filled" | "cancelled" | "expired" | "rejected";
                filledQuantity: number;
                averageFillPrice: number | null;
                reason: string | null;
                /** Format: date-time */
                recordedAt: string;
                sentAt: string | null;
                endedAt: string | null;
            }[];
        };
        PositionsListOutput: {
            positions: {
                sleeveId: string;
                symbol: string;
                quantity: number;
                averagePrice: number | null;
                lastPrice: number | null;
                marketValueUsd: number | null;
                unrealizedUsd: number | null;
                realizedUsd: number;
            }[];
            attribution: {
                sleeveId: string;
                fills: number;
                realizedUsd: number;
                unrealizedUsd: number | null;
                feesUsd: number;
                slippageUsd: number;
                resultUsd: number | null;
                symbol: string;
            }[];
            sleeves: {
                sleeveId: string;
                fills: number;
                realizedUsd: number;
                unrealizedUsd: number | null;
                feesUsd: number;
                slippageUsd: number;
                resultUsd: number | null;
            }[];
            ofNoSleeveUsd: number | null;
            account: {
                startCashUsd: number;
                cashUsd: number;
                equityUsd: number;
                realizedUsd: number;
                unrealizedUsd: number;
                feesUsd: number;
                dividendsUsd: number;
                interestUsd: number;
                borrowUsd: number;
            } | null;
        };
        /** @description What a request gets when it does not get what it asked for (RFC 9457). */
        Problem: {
            /**
             * Format: uri-reference
             * @description urn:candor:problem: and the code.
             */
            type: string;
            /** @description What kind of problem it is. */
            title: string;
            /** @description The status of the answer. */
            status: number;
            /** @description Sentences that name the field and the rule. */
            detail: string;
            /** @description The path of the request. */
            instance: string;
            /** @description Stable, for programs. */
            code: string;
            /** @description As in the log. */
            requestId: string;
            /** @description Every broken rule of an input. */
            errors?: {
                /** @description Path of the field. */
                field: string;
                /** @description Kind of rule, such as too_small. */
                rule: string;
                /** @description The rule in a sentence. */
                message: string;
            }[];
        };
        QuarantineListOutput: {
            rows: {
                symbol: string;
                row: number;
                /** @enum {string} */
                unit: "line" | "row";
                code: string;
                reason: string;
                raw: string;
                timeframe: string;
                source: string;
                datasetId: string;
                /** Format: date-time */
                recordedAt: string;
            }[];
            nextCursor: string | null;
        };
        RiskConfirmResumeBody: {
            /** @description The word of the first step. */
            confirmation: string;
            /** @description Who resumes, for the journal. */
            by: string;
            /** @description Why it is safe to, for the journal. */
            reason: string;
        };
        RiskConfirmResumeOutput: {
            sessionId: string;
            /** @constant */
            resumed: true;
        };
        RiskHaltBody: {
            /** @description Which session; all that run otherwise. */
            sessionId?: string;
            /**
             * @description entries: nothing new is opened, exits pass. all: only what flattens passes.
             * @default all
             * @enum {string}
             */
            level?: "entries" | "all";
            /**
             * @description Why, for the journal.
             * @default Halted by hand
             */
            reason?: string;
        };
        RiskHaltOutput: {
            /** @description Sessions that are halted now. */
            halted: string[];
        };
        RiskHeadroomOutput: {
            limits: {
                id: string;
                code: string;
                title: string;
                unit: string;
                value: number;
                limit: number;
                headroom: number;
            }[];
            halts: {
                /** @enum {string} */
                level: "entries" | "all";
                code: string;
                reason: string;
                /** Format: date-time */
                at: string;
                /** @enum {string} */
                until: "next-session" | "manual";
            }[];
        };
        RiskLimitsOutput: {
            limits: {
                id: string;
                code: string;
                title: string;
                summary: string;
                unit: string;
                /** @enum {string} */
                presence: "always" | "required" | "optional";
                isDefault: boolean;
                halts: ("next-session" | "manual") | null;
                params: {
                    name: string;
                    title: string;
                    /** @enum {string} */
                    type: "integer" | "number" | "boolean" | "choice" | "text" | "list" | "record";
                    default: components["schemas"]["Json"];
                    minimum: number | null;
                    maximum: number | null;
                    excludesMinimum: boolean;
                    excludesMaximum: boolean;
                    choices: string[] | null;
                    unit: string | null;
                    about: string | null;
                    /** @enum {string} */
                    none: "not-allowed" | "null" | "leave-out";
                    rules: string;
                    parametersOf: string | null;
                    list: {
                        minEntries: number | null;
                        maxEntries: number | null;
                        eachOnce: string | null;
                        entry: {
                            name: string;
                            title: string;
                            /** @enum {string} */
                            type: "integer" | "number" | "boolean" | "choice" | "text" | "list" | "record";
                            default: components["schemas"]["Json"];
                            minimum: number | null;
                            maximum: number | null;
                            excludesMinimum: boolean;
                            excludesMaximum: boolean;
                            choices: string[] | null;
                            unit: string | null;
                            about: string | null;
                            /** @enum {string} */
                            none: "not-allowed" | "null" | "leave-out";
                            rules: string;
                            parametersOf: string | null;
                        }[];
                    } | null;
                }[];
                schema: {
                    [key: string]: components["schemas"]["Json"];
                };
                crossRules: {
                    field: string | null;
                    message: string;
                }[];
            }[];
        };
        RiskRequestResumeOutput: {
            sessionId: string;
            halts: {
                /** @enum {string} */
                level: "entries" | "all";
                code: string;
                reason: string;
                /** Format: date-time */
                at: string;
                /** @enum {string} */
                until: "next-session" | "manual";
            }[];
            confirmation: string;
            /** Format: date-time */
            confirmFrom: string;
            /** Format: date-time */
            confirmUntil: string;
        };
        Session: {
            id: string;
            accountId: string;
            name: string;
            /** @enum {string} */
            state: "created" | "running" | "paused" | "finished" | "stopped" | "interrupted";
            reason: string | null;
            feed: {
                /** @constant */
                kind: "replay";
                /** @enum {string} */
                timeframe: "1m" | "5m" | "15m" | "30m" | "1h" | "1d";
                series: {
                    symbol: string;
                    datasetId: string;
                    sha256: string;
                }[];
                /** Format: date */
                from: string;
                /** Format: date */
                to: string;
                barsPerSecond: number;
                startAt: number;
            };
            sleeves: {
                id: string;
                configurationId: string;
                configurationVersion: number;
                symbols: string[];
                capitalShare: number;
            }[];
            codeVersion: string;
            turn: number;
            position: number;
            length: number;
            account: {
                startCashUsd: number;
                cashUsd: number;
                equityUsd: number;
                realizedUsd: number;
                unrealizedUsd: number;
                feesUsd: number;
                dividendsUsd: number;
                interestUsd: number;
                borrowUsd: number;
            } | null;
            /** Format: date-time */
            createdAt: string;
            startedAt: string | null;
            endedAt: string | null;
            live: {
                waitingFor: string | null;
                lastBarAt: string | null;
                warmupLeft: number;
                turnLatencyMs: number | null;
                halts: {
                    /** @enum {string} */
                    level: "entries" | "all";
                    code: string;
                    reason: string;
                    /** Format: date-time */
                    at: string;
                    /** @enum {string} */
                    until: "next-session" | "manual";
                }[];
            } | null;
        };
        SessionsCreateBody: {
            /** @description What the session is called in addresses; made up otherwise. Order ids begin with it. */
            id?: string;
            /** @description What people call it; the id otherwise. */
            name?: string;
            /** @description The account it trades on. */
            accountId: string;
            /** @description Who trades what with which share, in the order of decision. */
            sleeves: {
                /** @description What the sleeve is called; the configuration otherwise. */
                id?: string;
                /** @description Which strategy configuration. */
                configurationId: string;
                /** @description Which version of it; the latest otherwise. */
                version?: number;
                /** @description What it trades. */
                symbols: string[];
                /**
                 * @description Part of the account’s equity it sizes by.
                 * @default 1
                 */
                capitalShare?: number;
            }[];
            /**
             * @description Span of a bar.
             * @default 1d
             * @enum {string}
             */
            timeframe?: "1m" | "5m" | "15m" | "30m" | "1h" | "1d";
            /**
             * Format: date
             * @description First session replayed; the first there is otherwise.
             */
            from?: string;
            /**
             * Format: date
             * @description Last session replayed; the last there is otherwise.
             */
            to?: string;
            /**
             * Format: date
             * @description First session that is decided upon: what is before it is shown as history.
             */
            startFrom?: string;
            /**
             * @description How fast history passes.
             * @default 1
             */
            barsPerSecond?: number;
        };
        SessionsListOutput: {
            sessions: components["schemas"]["Session"][];
        };
        SessionsReasonsOutput: {
            instants: number;
            decisions: number;
            orders: number;
            fills: number;
            reasons: {
                sleeveId: string;
                /** @enum {string} */
                kind: "opinion" | "abstention" | "no-order" | "refused" | "approved" | "filled" | "ended";
                code: string;
                title: string;
                count: number;
                /** Format: date-time */
                lastAt: string;
                example: string | null;
            }[];
        };
        SessionsSetSpeedBody: {
            /** @description Bars handed out in a second. */
            barsPerSecond: number;
        };
        SessionsStateHashOutput: {
            sessionId: string;
            state: string;
            position: number;
            sha256: string;
        };
        SessionsStepBody: {
            /**
             * @description How many instants.
             * @default 1
             */
            bars?: number;
        };
        SessionsStopBody: {
            /**
             * @description Close every position first, at the prices of the next bar; otherwise they stay as they are.
             * @default false
             */
            flatten?: boolean;
        };
        SizingsListOutput: {
            sizings: {
                id: string;
                title: string;
                summary: string;
                needs: {
                    stop: boolean;
                    volatility: boolean;
                };
                params: {
                    name: string;
                    title: string;
                    /** @enum {string} */
                    type: "integer" | "number" | "boolean" | "choice" | "text" | "list" | "record";
                    default: components["schemas"]["Json"];
                    minimum: number | null;
                    maximum: number | null;
                    excludesMinimum: boolean;
                    excludesMaximum: boolean;
                    choices: string[] | null;
                    unit: string | null;
                    about: string | null;
                    /** @enum {string} */
                    none: "not-allowed" | "null" | "leave-out";
                    rules: string;
                    parametersOf: string | null;
                    list: {
                        minEntries: number | null;
                        maxEntries: number | null;
                        eachOnce: string | null;
                        entry: {
                            name: string;
                            title: string;
                            /** @enum {string} */
                            type: "integer" | "number" | "boolean" | "choice" | "text" | "list" | "record";
                            default: components["schemas"]["Json"];
                            minimum: number | null;
                            maximum: number | null;
                            excludesMinimum: boolean;
                            excludesMaximum: boolean;
                            choices: string[] | null;
                            unit: string | null;
                            about: string | null;
                            /** @enum {string} */
                            none: "not-allowed" | "null" | "leave-out";
                            rules: string;
                            parametersOf: string | null;
                        }[];
                    } | null;
                }[];
                schema: {
                    [key: string]: components["schemas"]["Json"];
                };
                crossRules: {
                    field: string | null;
                    message: string;
                }[];
            }[];
        };
        StrategiesCheckBody: {
            /** @description The file of the strategy, like my/first-idea.ts. */
            file: string;
            /**
             * @description Parameters other than the defaults.
             * @default {}
             */
            params?: {
                [key: string]: number | boolean | string;
            };
            /**
             * @description Real bars to check on, beside invented ones.
             * @default AAPL
             */
            symbol?: string;
        };
        StrategiesCheckOutput: {
            file: string;
            id: string;
            ok: boolean;
            typeFaults: {
                line: number;
                message: string;
            }[] | null;
            laws: {
                law: string;
                ok: boolean;
                on: string;
                explanation: string;
            }[];
        };
        StrategiesListOutput: {
            bundled: {
                name: string;
                title: string;
                summary: string;
                params: {
                    name: string;
                    title: string;
                    /** @enum {string} */
                    type: "integer" | "number" | "boolean" | "choice" | "text" | "list" | "record";
                    default: components["schemas"]["Json"];
                    minimum: number | null;
                    maximum: number | null;
                    excludesMinimum: boolean;
                    excludesMaximum: boolean;
                    choices: string[] | null;
                    unit: string | null;
                    about: string | null;
                    /** @enum {string} */
                    none: "not-allowed" | "null" | "leave-out";
                    rules: string;
                    parametersOf: string | null;
                    list: {
                        minEntries: number | null;
                        maxEntries: number | null;
                        eachOnce: string | null;
                        entry: {
                            name: string;
                            title: string;
                            /** @enum {string} */
                            type: "integer" | "number" | "boolean" | "choice" | "text" | "list" | "record";
                            default: components["schemas"]["Json"];
                            minimum: number | null;
                            maximum: number | null;
                            excludesMinimum: boolean;
                            excludesMaximum: boolean;
                            choices: string[] | null;
                            unit: string | null;
                            about: string | null;
                            /** @enum {string} */
                            none: "not-allowed" | "null" | "leave-out";
                            rules: string;
                            parametersOf: string | null;
                        }[];
                    } | null;
                }[];
                schema: {
                    [key: string]: components["schemas"]["Json"];
                };
                crossRules: {
                    field: string | null;
                    message: string;
                }[];
            }[];
            own: {
                name: string;
                title: string;
                summary: string;
                params: {
                    name: string;
                    title: string;
                    /** @enum {string} */
                    type: "integer" | "number" | "boolean" | "choice" | "text" | "list" | "record";
                    default: components["schemas"]["Json"];
                    minimum: number | null;
                    maximum: number | null;
                    excludesMinimum: boolean;
                    excludesMaximum: boolean;
                    choices: string[] | null;
                    unit: string | null;
                    about: string | null;
                    /** @enum {string} */
                    none: "not-allowed" | "null" | "leave-out";
                    rules: string;
                    parametersOf: string | null;
                    list: {
                        minEntries: number | null;
                        maxEntries: number | null;
                        eachOnce: string | null;
                        entry: {
                            name: string;
                            title: string;
                            /** @enum {string} */
                            type: "integer" | "number" | "boolean" | "choice" | "text" | "list" | "record";
                            default: components["schemas"]["Json"];
                            minimum: number | null;
                            maximum: number | null;
                            excludesMinimum: boolean;
                            excludesMaximum: boolean;
                            choices: string[] | null;
                            unit: string | null;
                            about: string | null;
                            /** @enum {string} */
                            none: "not-allowed" | "null" | "leave-out";
                            rules: string;
                            parametersOf: string | null;
                        }[];
                    } | null;
                }[];
                schema: {
                    [key: string]: components["schemas"]["Json"];
                };
                crossRules: {
                    field: string | null;
                    message: string;
                }[];
            }[];
            unusable: {
                name: string;
                reason: string;
            }[];
        };
        StrategiesNewBody: {
            /** @description Name of the strategy and of its file, like my-first-idea. */
            name: string;
        };
        StrategiesNewOutput: {
            path: string;
        };
        Symbol: {
            symbol: string;
            name: string;
            kind: string;
            exchange: string;
            currency: string;
            tickSize: number;
            lotSize: number;
            fractional: boolean;
            tradable: boolean;
            series: {
                timeframe: string;
                /** Format: date */
                from: string;
                /** Format: date */
                to: string;
                provider: string;
                source: string;
                synthetic: boolean;
            }[];
        };
        SymbolsListOutput: {
            series: {
                symbol: string;
                name: string;
                kind: string;
                tradable: boolean;
                timeframe: string;
                from: string;
                to: string;
                provider: string;
                source: string;
                adjustment: string;
                synthetic: boolean;
                note: string | null;
            }[];
        };
        SystemCreateBackupOutput: {
            file: string;
            /** Format: date-time */
            createdAt: string;
            migrations: string[];
        };
        SystemShowOutput: {
            codeVersion: string;
            nodeVersion: string;
            /** @enum {string} */
            backing: "embedded" | "servers";
            /** @constant */
            broker: "paper";
            /** Format: date-time */
            now: string;
            components: {
                name: string;
                /** @enum {string} */
                state: "up" | "degraded" | "down";
                reason: string | null;
                /** Format: date-time */
                since: string;
            }[];
            sessionsDriven: number;
        };
        TradesListOutput: {
            trades: {
                sleeveId: string;
                symbol: string;
                /** @enum {string} */
                direction: "long" | "short";
                quantity: number;
                /** Format: date-time */
                entryAt: string;
                entryPrice: number;
                exitAt: string | null;
                exitPrice: number | null;
                exitReason: ("signal" | "stop" | "target") | null;
                grossUsd: number;
                commissionUsd: number;
                slippageUsd: number;
                barsHeld: number;
            }[];
        };
        TrialsCountOutput: {
            total: number;
            overlapping: number;
            sharpeToBeat: {
                value: number;
                sessions: number;
                explanation: string;
            } | null;
        };
        TrialsRegisterBody: {
            /** @description The bars, as provider:symbol:timeframe. */
            dataset: string;
            /**
             * Format: date
             * @description First session of the range.
             */
            from: string;
            /**
             * Format: date
             * @description Last session of the range.
             */
            to: string;
            /** @description Print of everything that was chosen. */
            configurationSha256: string;
        };
        TrialsRegisterOutput: {
            trials: number;
        };
    };
    responses: {
        /** @description Something went wrong in Candor itself; the log has the cause. */
        Unexpected: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: {
        /** @description A key of your own for this request, such as a UUID. Sent again with it, the request is answered, not done, again. */
        IdempotencyKey: string;
    };
    requestBodies: never;
    headers: {
        /** @description The id of the request in the log; your own X-Request-Id when it is a sane one. */
        XRequestId: string;
        /** @description What is left in the present window and when it ends. */
        RateLimit: string;
        /** @description Strong tag of this very answer, for If-None-Match. */
        ETag: string;
        /** @description Seconds after which to try again. */
        RetryAfter: number;
        /** @description `true` when this is the answer to an earlier request. */
        IdempotencyReplayed: string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    backtestsList: {
        parameters: {
            query?: {
                /** @description Only runs on this symbol. */
                symbol?: string;
                /** @description Only runs of this strategy. */
                strategy?: string;
                /** @description Only runs with this tag. */
                tag?: string;
                /** @description Most entries of a page. */
                limit?: number;
                /** @description Where to go on: the nextCursor of the page before. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BacktestsListOutput"];
                };
            };
            /**
             * @description Forbidden.
             *
             *     - `http.foreign-host`: the Host is none of ours
             *     - `http.foreign-origin`: a page from elsewhere sent it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Unprocessable Entity.
             *
             *     - `operations.bad-input`: a field is missing, unknown, or breaks its rule; `errors` has each
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Too Many Requests.
             *
             *     - `http.too-many-requests`: there were too many; go on after Retry-After
             */
            429: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            500: components["responses"]["Unexpected"];
            /**
             * @description Service Unavailable.
             *
             *     - `http.timed-out`: the answer took too long
             *     - `storage.unavailable`: the database is away; go on after Retry-After
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    backtestsRun: {
        parameters: {
            query?: never;
            header?: {
                /** @description A key of your own for this request, such as a UUID. Sent again with it, the request is answered, not done, again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BacktestsRunBody"];
            };
        };
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BacktestsRunOutput"];
                };
            };
            /**
             * @description Bad Request.
             *
             *     - `http.not-json`: the body is not JSON
             *     - `http.not-text`: the body is not UTF-8
             *     - `http.bad-idempotency-key`: the Idempotency-Key is no key
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Forbidden.
             *
             *     - `own-strategies.outside`: the file is not below my/
             *     - `http.foreign-host`: the Host is none of ours
             *     - `http.foreign-origin`: a page from elsewhere sent it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Not Found.
             *
             *     - `strategies.unknown`: the strategy is none of the catalog
             *     - `market-data.unknown-symbol`: no provider has the symbol
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Conflict.
             *
             *     - `http.still-running`: the first request with this Idempotency-Key is still running
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Payload Too Large.
             *
             *     - `http.too-large`: the body is too large
             */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Unsupported Media Type.
             *
             *     - `http.wrong-media-type`: the Content-Type is another
             */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Unprocessable Entity.
             *
             *     - `strategies.bad-param`: a parameter is out of its domain
             *     - `market-data.bad-range`: the range ends before it begins
             *     - `backtests.not-tradable`: the symbol can only be charted
             *     - `backtests.too-short`: there are too few bars for a first opinion
             *     - `operations.bad-input`: a field is missing, unknown, or breaks its rule; `errors` has each
             *     - `http.key-reused`: the Idempotency-Key belongs to another request
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Too Many Requests.
             *
             *     - `http.too-many-requests`: there were too many; go on after Retry-After
             */
            429: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            500: components["responses"]["Unexpected"];
            /**
             * @description Service Unavailable.
             *
             *     - `http.timed-out`: the answer took too long
             *     - `storage.unavailable`: the database is away; go on after Retry-After
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    backtestsVerify: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Which run. */
                runId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BacktestsVerifyOutput"];
                };
            };
            /**
             * @description Bad Request.
             *
             *     - `http.not-json`: the body is not JSON
             *     - `http.not-text`: the body is not UTF-8
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Forbidden.
             *
             *     - `http.foreign-host`: the Host is none of ours
             *     - `http.foreign-origin`: a page from elsewhere sent it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Not Found.
             *
             *     - `backtests.unknown`: there is no such run
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Payload Too Large.
             *
             *     - `http.too-large`: the body is too large
             */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Unsupported Media Type.
             *
             *     - `http.wrong-media-type`: the Content-Type is another
             */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Unprocessable Entity.
             *
             *     - `operations.bad-input`: a field is missing, unknown, or breaks its rule; `errors` has each
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Too Many Requests.
             *
             *     - `http.too-many-requests`: there were too many; go on after Retry-After
             */
            429: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            500: components["responses"]["Unexpected"];
            /**
             * @description Service Unavailable.
             *
             *     - `http.timed-out`: the answer took too long
             *     - `storage.unavailable`: the database is away; go on after Retry-After
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    strategiesList: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StrategiesListOutput"];
                };
            };
            /**
             * @description Forbidden.
             *
             *     - `http.foreign-host`: the Host is none of ours
             *     - `http.foreign-origin`: a page from elsewhere sent it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Unprocessable Entity.
             *
             *     - `operations.bad-input`: a field is missing, unknown, or breaks its rule; `errors` has each
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Too Many Requests.
             *
             *     - `http.too-many-requests`: there were too many; go on after Retry-After
             */
            429: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            500: components["responses"]["Unexpected"];
            /**
             * @description Service Unavailable.
             *
             *     - `http.timed-out`: the answer took too long
             *     - `storage.unavailable`: the database is away; go on after Retry-After
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    strategiesNew: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StrategiesNewBody"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StrategiesNewOutput"];
                };
            };
            /**
             * @description Bad Request.
             *
             *     - `http.not-json`: the body is not JSON
             *     - `http.not-text`: the body is not UTF-8
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Forbidden.
             *
             *     - `http.foreign-host`: the Host is none of ours
             *     - `http.foreign-origin`: a page from elsewhere sent it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Payload Too Large.
             *
             *     - `http.too-large`: the body is too large
             */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Unsupported Media Type.
             *
             *     - `http.wrong-media-type`: the Content-Type is another
             */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Unprocessable Entity.
             *
             *     - `strategies.name-taken`: a strategy that comes with Candor has that name
             *     - `files.exists`: there is such a file already
             *     - `operations.bad-input`: a field is missing, unknown, or breaks its rule; `errors` has each
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Too Many Requests.
             *
             *     - `http.too-many-requests`: there were too many; go on after Retry-After
             */
            429: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            500: components["responses"]["Unexpected"];
            /**
             * @description Service Unavailable.
             *
             *     - `http.timed-out`: the answer took too long
             *     - `storage.unavailable`: the database is away; go on after Retry-After
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    strategiesCheck: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StrategiesCheckBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StrategiesCheckOutput"];
                };
            };
            /**
             * @description Bad Request.
             *
             *     - `http.not-json`: the body is not JSON
             *     - `http.not-text`: the body is not UTF-8
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Forbidden.
             *
             *     - `own-strategies.outside`: the file is not below my/
             *     - `http.foreign-host`: the Host is none of ours
             *     - `http.foreign-origin`: a page from elsewhere sent it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Payload Too Large.
             *
             *     - `http.too-large`: the body is too large
             */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Unsupported Media Type.
             *
             *     - `http.wrong-media-type`: the Content-Type is another
             */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Unprocessable Entity.
             *
             *     - `own-strategies.broken`: the file cannot be run
             *     - `strategies.bad-param`: a parameter is out of its domain
             *     - `operations.bad-input`: a field is missing, unknown, or breaks its rule; `errors` has each
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Too Many Requests.
             *
             *     - `http.too-many-requests`: there were too many; go on after Retry-After
             */
            429: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            500: components["responses"]["Unexpected"];
            /**
             * @description Service Unavailable.
             *
             *     - `http.timed-out`: the answer took too long
             *     - `storage.unavailable`: the database is away; go on after Retry-After
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sizingsList: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SizingsListOutput"];
                };
            };
            /**
             * @description Forbidden.
             *
             *     - `http.foreign-host`: the Host is none of ours
             *     - `http.foreign-origin`: a page from elsewhere sent it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Unprocessable Entity.
             *
             *     - `operations.bad-input`: a field is missing, unknown, or breaks its rule; `errors` has each
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Too Many Requests.
             *
             *     - `http.too-many-requests`: there were too many; go on after Retry-After
             */
            429: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            500: components["responses"]["Unexpected"];
            /**
             * @description Service Unavailable.
             *
             *     - `http.timed-out`: the answer took too long
             *     - `storage.unavailable`: the database is away; go on after Retry-After
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    symbolsList: {
        parameters: {
            query?: {
                /** @description Only those whose symbol or name has this in it. */
                find?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SymbolsListOutput"];
                };
            };
            /**
             * @description Forbidden.
             *
             *     - `http.foreign-host`: the Host is none of ours
             *     - `http.foreign-origin`: a page from elsewhere sent it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Unprocessable Entity.
             *
             *     - `operations.bad-input`: a field is missing, unknown, or breaks its rule; `errors` has each
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Too Many Requests.
             *
             *     - `http.too-many-requests`: there were too many; go on after Retry-After
             */
            429: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            500: components["responses"]["Unexpected"];
            /**
             * @description Service Unavailable.
             *
             *     - `http.timed-out`: the answer took too long
             *     - `storage.unavailable`: the database is away; go on after Retry-After
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    indicatorsList: {
        parameters: {
            query?: {
                /** @description Only those whose id or title has this in it. */
                find?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IndicatorsListOutput"];
                };
            };
            /**
             * @description Forbidden.
             *
             *     - `http.foreign-host`: the Host is none of ours
             *     - `http.foreign-origin`: a page from elsewhere sent it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Unprocessable Entity.
             *
             *     - `operations.bad-input`: a field is missing, unknown, or breaks its rule; `errors` has each
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Too Many Requests.
             *
             *     - `http.too-many-requests`: there were too many; go on after Retry-After
             */
            429: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            500: components["responses"]["Unexpected"];
            /**
             * @description Service Unavailable.
             *
             *     - `http.timed-out`: the answer took too long
             *     - `storage.unavailable`: the database is away; go on after Retry-After
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    indicatorsCompute: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IndicatorsComputeBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IndicatorsComputeOutput"];
                };
            };
            /**
             * @description Bad Request.
             *
             *     - `http.not-json`: the body is not JSON
             *     - `http.not-text`: the body is not UTF-8
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Forbidden.
             *
             *     - `http.foreign-host`: the Host is none of ours
             *     - `http.foreign-origin`: a page from elsewhere sent it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Not Found.
             *
             *     - `indicators.unknown`: there is no such indicator
             *     - `market-data.unknown-symbol`: no provider has bars of the symbol
             *     - `market-data.empty-range`: there is no bar in the range
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Payload Too Large.
             *
             *     - `http.too-large`: the body is too large
             */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Unsupported Media Type.
             *
             *     - `http.wrong-media-type`: the Content-Type is another
             */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Unprocessable Entity.
             *
             *     - `indicators.bad-param`: a parameter is out of its domain
             *     - `market-data.bad-range`: the range ends before it begins
             *     - `operations.bad-input`: a field is missing, unknown, or breaks its rule; `errors` has each
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Too Many Requests.
             *
             *     - `http.too-many-requests`: there were too many; go on after Retry-After
             */
            429: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            500: components["responses"]["Unexpected"];
            /**
             * @description Service Unavailable.
             *
             *     - `http.timed-out`: the answer took too long
             *     - `storage.unavailable`: the database is away; go on after Retry-After
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    accountsList: {
        parameters: {
            query?: {
                /** @description Also those that take no more sessions. */
                archived?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountsListOutput"];
                };
            };
            /**
             * @description Forbidden.
             *
             *     - `http.foreign-host`: the Host is none of ours
             *     - `http.foreign-origin`: a page from elsewhere sent it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Unprocessable Entity.
             *
             *     - `operations.bad-input`: a field is missing, unknown, or breaks its rule; `errors` has each
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Too Many Requests.
             *
             *     - `http.too-many-requests`: there were too many; go on after Retry-After
             */
            429: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            500: components["responses"]["Unexpected"];
            /**
             * @description Service Unavailable.
             *
             *     - `http.timed-out`: the answer took too long
             *     - `storage.unavailable`: the database is away; go on after Retry-After
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    accountsCreate: {
        parameters: {
            query?: never;
            header?: {
                /** @description A key of your own for this request, such as a UUID. Sent again with it, the request is answered, not done, again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AccountsCreateBody"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"];
                };
            };
            /**
             * @description Bad Request.
             *
             *     - `http.not-json`: the body is not JSON
             *     - `http.not-text`: the body is not UTF-8
             *     - `http.bad-idempotency-key`: the Idempotency-Key is no key
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Forbidden.
             *
             *     - `http.foreign-host`: the Host is none of ours
             *     - `http.foreign-origin`: a page from elsewhere sent it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Not Found.
             *
             *     - `risk.unknown-limit`: a limit is none of the catalog
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Conflict.
             *
             *     - `accounts.exists`: the id is taken
             *     - `http.still-running`: the first request with this Idempotency-Key is still running
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Payload Too Large.
             *
             *     - `http.too-large`: the body is too large
             */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Unsupported Media Type.
             *
             *     - `http.wrong-media-type`: the Content-Type is another
             */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Unprocessable Entity.
             *
             *     - `risk.missing-limit`: a limit that no account may be without is left out
             *     - `risk.bad-param`: a parameter of a limit is out of its domain
             *     - `operations.bad-input`: a field is missing, unknown, or breaks its rule; `errors` has each
             *     - `http.key-reused`: the Idempotency-Key belongs to another request
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Too Many Requests.
             *
             *     - `http.too-many-requests`: there were too many; go on after Retry-After
             */
            429: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            500: components["responses"]["Unexpected"];
            /**
             * @description Service Unavailable.
             *
             *     - `http.timed-out`: the answer took too long
             *     - `storage.unavailable`: the database is away; go on after Retry-After
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    accountsGet: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Which account. */
                accountId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"];
                };
            };
            /**
             * @description Forbidden.
             *
             *     - `http.foreign-host`: the Host is none of ours
             *     - `http.foreign-origin`: a page from elsewhere sent it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Not Found.
             *
             *     - `accounts.unknown`: there is no such account
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Unprocessable Entity.
             *
             *     - `operations.bad-input`: a field is missing, unknown, or breaks its rule; `errors` has each
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Too Many Requests.
             *
             *     - `http.too-many-requests`: there were too many; go on after Retry-After
             */
            429: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            500: components["responses"]["Unexpected"];
            /**
             * @description Service Unavailable.
             *
             *     - `http.timed-out`: the answer took too long
             *     - `storage.unavailable`: the database is away; go on after Retry-After
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    accountsArchive: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Which account. */
                accountId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"];
                };
            };
            /**
             * @description Bad Request.
             *
             *     - `http.not-json`: the body is not JSON
             *     - `http.not-text`: the body is not UTF-8
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Forbidden.
             *
             *     - `http.foreign-host`: the Host is none of ours
             *     - `http.foreign-origin`: a page from elsewhere sent it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Not Found.
             *
             *     - `accounts.unknown`: there is no such account
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Conflict.
             *
             *     - `accounts.in-use`: a session runs on it
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Payload Too Large.
             *
             *     - `http.too-large`: the body is too large
             */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Unsupported Media Type.
             *
             *     - `http.wrong-media-type`: the Content-Type is another
             */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Unprocessable Entity.
             *
             *     - `operations.bad-input`: a field is missing, unknown, or breaks its rule; `errors` has each
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Too Many Requests.
             *
             *     - `http.too-many-requests`: there were too many; go on after Retry-After
             */
            429: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            500: components["responses"]["Unexpected"];
            /**
             * @description Service Unavailable.
             *
             *     - `http.timed-out`: the answer took too long
             *     - `storage.unavailable`: the database is away; go on after Retry-After
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    configurationsList: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConfigurationsListOutput"];
                };
            };
            /**
             * @description Forbidden.
             *
             *     - `http.foreign-host`: the Host is none of ours
             *     - `http.foreign-origin`: a page from elsewhere sent it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Unprocessable Entity.
             *
             *     - `operations.bad-input`: a field is missing, unknown, or breaks its rule; `errors` has each
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Too Many Requests.
             *
             *     - `http.too-many-requests`: there were too many; go on after Retry-After
             */
            429: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            500: components["responses"]["Unexpected"];
            /**
             * @description Service Unavailable.
             *
             *     - `http.timed-out`: the answer took too long
             *     - `storage.unavailable`: the database is away; go on after Retry-After
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    configurationsCreate: {
        parameters: {
            query?: never;
            header?: {
                /** @description A key of your own for this request, such as a UUID. Sent again with it, the request is answered, not done, again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConfigurationsCreateBody"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConfigurationsCreateOutput"];
                };
            };
            /**
             * @description Bad Request.
             *
             *     - `http.not-json`: the body is not JSON
             *     - `http.not-text`: the body is not UTF-8
             *     - `http.bad-idempotency-key`: the Idempotency-Key is no key
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Forbidden.
             *
             *     - `own-strategies.outside`: the file is not below my/
             *     - `http.foreign-host`: the Host is none of ours
             *     - `http.foreign-origin`: a page from elsewhere sent it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Not Found.
             *
             *     - `strategies.unknown`: the strategy is none of the catalog
             *     - `own-strategies.no-file`: there is no such file
             *     - `risk.unknown-sizing`: the sizing rule is none of the catalog
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Conflict.
             *
             *     - `configurations.exists`: the id is taken
             *     - `http.still-running`: the first request with this Idempotency-Key is still running
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Payload Too Large.
             *
             *     - `http.too-large`: the body is too large
             */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Unsupported Media Type.
             *
             *     - `http.wrong-media-type`: the Content-Type is another
             */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Unprocessable Entity.
             *
             *     - `strategies.bad-param`: a parameter of the strategy is out of its domain
             *     - `risk.bad-param`: a parameter of the sizing rule is out of its domain
             *     - `operations.bad-input`: a field is missing, unknown, or breaks its rule; `errors` has each
             *     - `http.key-reused`: the Idempotency-Key belongs to another request
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Too Many Requests.
             *
             *     - `http.too-many-requests`: there were too many; go on after Retry-After
             */
            429: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            500: components["responses"]["Unexpected"];
            /**
             * @description Service Unavailable.
             *
             *     - `http.timed-out`: the answer took too long
             *     - `storage.unavailable`: the database is away; go on after Retry-After
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    configurationsGet: {
        parameters: {
            query?: {
                /** @description Which version; the latest otherwise. */
                version?: number;
            };
            header?: never;
            path: {
                /** @description Which configuration. */
                configurationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Configuration"];
                };
            };
            /**
             * @description Forbidden.
             *
             *     - `http.foreign-host`: the Host is none of ours
             *     - `http.foreign-origin`: a page from elsewhere sent it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Not Found.
             *
             *     - `configurations.unknown`: there is no such configuration or version
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Unprocessable Entity.
             *
             *     - `operations.bad-input`: a field is missing, unknown, or breaks its rule; `errors` has each
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Too Many Requests.
             *
             *     - `http.too-many-requests`: there were too many; go on after Retry-After
             */
            429: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            500: components["responses"]["Unexpected"];
            /**
             * @description Service Unavailable.
             *
             *     - `http.timed-out`: the answer took too long
             *     - `storage.unavailable`: the database is away; go on after Retry-After
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    configurationsChange: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Which configuration. */
                configurationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConfigurationsChangeBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConfigurationsCreateOutput"];
                };
            };
            /**
             * @description Bad Request.
             *
             *     - `http.not-json`: the body is not JSON
             *     - `http.not-text`: the body is not UTF-8
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Forbidden.
             *
             *     - `own-strategies.outside`: the file is not below my/
             *     - `http.foreign-host`: the Host is none of ours
             *     - `http.foreign-origin`: a page from elsewhere sent it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Not Found.
             *
             *     - `configurations.unknown`: there is no such configuration
             *     - `strategies.unknown`: the strategy is none of the catalog
             *     - `own-strategies.no-file`: there is no such file
             *     - `risk.unknown-sizing`: the sizing rule is none of the catalog
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Conflict.
             *
             *     - `configurations.changed`: somebody changed it since
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Payload Too Large.
             *
             *     - `http.too-large`: the body is too large
             */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Unsupported Media Type.
             *
             *     - `http.wrong-media-type`: the Content-Type is another
             */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Unprocessable Entity.
             *
             *     - `strategies.bad-param`: a parameter of the strategy is out of its domain
             *     - `risk.bad-param`: a parameter of the sizing rule is out of its domain
             *     - `operations.bad-input`: a field is missing, unknown, or breaks its rule; `errors` has each
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Too Many Requests.
             *
             *     - `http.too-many-requests`: there were too many; go on after Retry-After
             */
            429: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            500: components["responses"]["Unexpected"];
            /**
             * @description Service Unavailable.
             *
             *     - `http.timed-out`: the answer took too long
             *     - `storage.unavailable`: the database is away; go on after Retry-After
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    configurationsArchive: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Which configuration. */
                configurationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConfigurationsArchiveOutput"];
                };
            };
            /**
             * @description Forbidden.
             *
             *     - `http.foreign-host`: the Host is none of ours
             *     - `http.foreign-origin`: a page from elsewhere sent it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Not Found.
             *
             *     - `configurations.unknown`: there is no such configuration
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Unprocessable Entity.
             *
             *     - `operations.bad-input`: a field is missing, unknown, or breaks its rule; `errors` has each
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Too Many Requests.
             *
             *     - `http.too-many-requests`: there were too many; go on after Retry-After
             */
            429: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            500: components["responses"]["Unexpected"];
            /**
             * @description Service Unavailable.
             *
             *     - `http.timed-out`: the answer took too long
             *     - `storage.unavailable`: the database is away; go on after Retry-After
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    configurationsValidate: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConfigurationsValidateBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConfigurationsValidateOutput"];
                };
            };
            /**
             * @description Bad Request.
             *
             *     - `http.not-json`: the body is not JSON
             *     - `http.not-text`: the body is not UTF-8
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Forbidden.
             *
             *     - `http.foreign-host`: the Host is none of ours
             *     - `http.foreign-origin`: a page from elsewhere sent it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Payload Too Large.
             *
             *     - `http.too-large`: the body is too large
             */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Unsupported Media Type.
             *
             *     - `http.wrong-media-type`: the Content-Type is another
             */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Unprocessable Entity.
             *
             *     - `operations.bad-input`: a field is missing, unknown, or breaks its rule; `errors` has each
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Too Many Requests.
             *
             *     - `http.too-many-requests`: there were too many; go on after Retry-After
             */
            429: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            500: components["responses"]["Unexpected"];
            /**
             * @description Service Unavailable.
             *
             *     - `http.timed-out`: the answer took too long
             *     - `storage.unavailable`: the database is away; go on after Retry-After
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    demoReset: {
        parameters: {
            query?: never;
            header?: {
                /** @description A key of your own for this request, such as a UUID. Sent again with it, the request is answered, not done, again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DemoResetOutput"];
                };
            };
            /**
             * @description Bad Request.
             *
             *     - `http.not-json`: the body is not JSON
             *     - `http.not-text`: the body is not UTF-8
             *     - `http.bad-idempotency-key`: the Idempotency-Key is no key
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Forbidden.
             *
             *     - `http.foreign-host`: the Host is none of ours
             *     - `http.foreign-origin`: a page from elsewhere sent it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Conflict.
             *
             *     - `demo.in-use`: a session of your own runs on its account
             *     - `lock.taken`: it is being reset already
             *     - `http.still-running`: the first request with this Idempotency-Key is still running
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Payload Too Large.
             *
             *     - `http.too-large`: the body is too large
             */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Unsupported Media Type.
             *
             *     - `http.wrong-media-type`: the Content-Type is another
             */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Unprocessable Entity.
             *
             *     - `operations.bad-input`: a field is missing, unknown, or breaks its rule; `errors` has each
             *     - `http.key-reused`: the Idempotency-Key belongs to another request
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Too Many Requests.
             *
             *     - `http.too-many-requests`: there were too many; go on after Retry-After
             */
            429: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            500: components["responses"]["Unexpected"];
            /**
             * @description Service Unavailable.
             *
             *     - `trading.being-taken`: the server has just started and is taking the session up again
             *     - `http.timed-out`: the answer took too long
             *     - `storage.unavailable`: the database is away; go on after Retry-After
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    demoShow: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DemoResetOutput"];
                };
            };
            /**
             * @description Forbidden.
             *
             *     - `http.foreign-host`: the Host is none of ours
             *     - `http.foreign-origin`: a page from elsewhere sent it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Unprocessable Entity.
             *
             *     - `operations.bad-input`: a field is missing, unknown, or breaks its rule; `errors` has each
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Too Many Requests.
             *
             *     - `http.too-many-requests`: there were too many; go on after Retry-After
             */
            429: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            500: components["responses"]["Unexpected"];
            /**
             * @description Service Unavailable.
             *
             *     - `http.timed-out`: the answer took too long
             *     - `storage.unavailable`: the database is away; go on after Retry-After
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    journalAudit: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["JournalAuditBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JournalAuditOutput"];
                };
            };
            /**
             * @description Bad Request.
             *
             *     - `http.not-json`: the body is not JSON
             *     - `http.not-text`: the body is not UTF-8
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Forbidden.
             *
             *     - `http.foreign-host`: the Host is none of ours
             *     - `http.foreign-origin`: a page from elsewhere sent it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Payload Too Large.
             *
             *     - `http.too-large`: the body is too large
             */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Unsupported Media Type.
             *
             *     - `http.wrong-media-type`: the Content-Type is another
             */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Unprocessable Entity.
             *
             *     - `operations.bad-input`: a field is missing, unknown, or breaks its rule; `errors` has each
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Too Many Requests.
             *
             *     - `http.too-many-requests`: there were too many; go on after Retry-After
             */
            429: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            500: components["responses"]["Unexpected"];
            /**
             * @description Service Unavailable.
             *
             *     - `http.timed-out`: the answer took too long
             *     - `storage.unavailable`: the database is away; go on after Retry-After
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    riskLimits: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RiskLimitsOutput"];
                };
            };
            /**
             * @description Forbidden.
             *
             *     - `http.foreign-host`: the Host is none of ours
             *     - `http.foreign-origin`: a page from elsewhere sent it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Unprocessable Entity.
             *
             *     - `operations.bad-input`: a field is missing, unknown, or breaks its rule; `errors` has each
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Too Many Requests.
             *
             *     - `http.too-many-requests`: there were too many; go on after Retry-After
             */
            429: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            500: components["responses"]["Unexpected"];
            /**
             * @description Service Unavailable.
             *
             *     - `http.timed-out`: the answer took too long
             *     - `storage.unavailable`: the database is away; go on after Retry-After
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    jobsCancel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Which job. */
                jobId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
            /**
             * @description Bad Request.
             *
             *     - `http.not-json`: the body is not JSON
             *     - `http.not-text`: the body is not UTF-8
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Forbidden.
             *
             *     - `http.foreign-host`: the Host is none of ours
             *     - `http.foreign-origin`: a page from elsewhere sent it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Not Found.
             *
             *     - `jobs.unknown`: there is no such job
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Conflict.
             *
             *     - `jobs.over`: the job has ended already
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Payload Too Large.
             *
             *     - `http.too-large`: the body is too large
             */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Unsupported Media Type.
             *
             *     - `http.wrong-media-type`: the Content-Type is another
             */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Unprocessable Entity.
             *
             *     - `operations.bad-input`: a field is missing, unknown, or breaks its rule; `errors` has each
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Too Many Requests.
             *
             *     - `http.too-many-requests`: there were too many; go on after Retry-After
             */
            429: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            500: components["responses"]["Unexpected"];
            /**
             * @description Service Unavailable.
             *
             *     - `http.timed-out`: the answer took too long
             *     - `storage.unavailable`: the database is away; go on after Retry-After
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    jobsGet: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Which job. */
                jobId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
            /**
             * @description Forbidden.
             *
             *     - `http.foreign-host`: the Host is none of ours
             *     - `http.foreign-origin`: a page from elsewhere sent it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Not Found.
             *
             *     - `jobs.unknown`: there is no such job
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Unprocessable Entity.
             *
             *     - `operations.bad-input`: a field is missing, unknown, or breaks its rule; `errors` has each
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Too Many Requests.
             *
             *     - `http.too-many-requests`: there were too many; go on after Retry-After
             */
            429: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            500: components["responses"]["Unexpected"];
            /**
             * @description Service Unavailable.
             *
             *     - `http.timed-out`: the answer took too long
             *     - `storage.unavailable`: the database is away; go on after Retry-After
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    jobsList: {
        parameters: {
            query?: {
                /** @description Only jobs of this kind, such as backtests.run. */
                job?: string;
                /** @description Only jobs in this state. */
                state?: "queued" | "running" | "succeeded" | "failed" | "cancelled";
                /** @description Most entries of a page. */
                limit?: number;
                /** @description Where to go on: the nextCursor of the page before. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobsListOutput"];
                };
            };
            /**
             * @description Forbidden.
             *
             *     - `http.foreign-host`: the Host is none of ours
             *     - `http.foreign-origin`: a page from elsewhere sent it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Unprocessable Entity.
             *
             *     - `operations.bad-input`: a field is missing, unknown, or breaks its rule; `errors` has each
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Too Many Requests.
             *
             *     - `http.too-many-requests`: there were too many; go on after Retry-After
             */
            429: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            500: components["responses"]["Unexpected"];
            /**
             * @description Service Unavailable.
             *
             *     - `http.timed-out`: the answer took too long
             *     - `storage.unavailable`: the database is away; go on after Retry-After
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    journalList: {
        parameters: {
            query?: {
                /** @description Only happenings of these types, such as order-refused,halted. */
                types?: ("decision" | "annotation" | "no-order" | "order-approved" | "order-refused" | "order-filled" | "order-cancelled" | "order-expired" | "order-rejected" | "halted" | "resumed" | "limit-breached")[];
                /** @description Which comes first. */
                order?: "newest" | "oldest";
                /** @description Most entries of a page. */
                limit?: number;
                /** @description Where to go on: the nextCursor of the page before. */
                cursor?: string;
            };
            header?: never;
            path: {
                /** @description Whose journal. */
                accountId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JournalListOutput"];
                };
            };
            /**
             * @description Forbidden.
             *
             *     - `http.foreign-host`: the Host is none of ours
             *     - `http.foreign-origin`: a page from elsewhere sent it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Not Found.
             *
             *     - `accounts.unknown`: there is no such account
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Unprocessable Entity.
             *
             *     - `operations.bad-input`: a field is missing, unknown, or breaks its rule; `errors` has each
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Too Many Requests.
             *
             *     - `http.too-many-requests`: there were too many; go on after Retry-After
             */
            429: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            500: components["responses"]["Unexpected"];
            /**
             * @description Service Unavailable.
             *
             *     - `http.timed-out`: the answer took too long
             *     - `storage.unavailable`: the database is away; go on after Retry-After
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ordersCancel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Which session. */
                sessionId: string;
                /** @description Which order. */
                clientOrderId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrdersCancelOutput"];
                };
            };
            /**
             * @description Forbidden.
             *
             *     - `http.foreign-host`: the Host is none of ours
             *     - `http.foreign-origin`: a page from elsewhere sent it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Not Found.
             *
             *     - `sessions.unknown`: there is no such session
             *     - `engine.no-such-order`: the session has no such order
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Conflict.
             *
             *     - `trading.not-running`: the session was not started, or is over
             *     - `engine.order-ended`: the order has ended already
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Unprocessable Entity.
             *
             *     - `operations.bad-input`: a field is missing, unknown, or breaks its rule; `errors` has each
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Too Many Requests.
             *
             *     - `http.too-many-requests`: there were too many; go on after Retry-After
             */
            429: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            500: components["responses"]["Unexpected"];
            /**
             * @description Service Unavailable.
             *
             *     - `trading.being-taken`: the server has just started and is taking the session up again
             *     - `http.timed-out`: the answer took too long
             *     - `storage.unavailable`: the database is away; go on after Retry-After
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ordersGet: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The account it belongs to. */
                accountId: string;
                /** @description Which order. */
                clientOrderId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"];
                };
            };
            /**
             * @description Forbidden.
             *
             *     - `http.foreign-host`: the Host is none of ours
             *     - `http.foreign-origin`: a page from elsewhere sent it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Not Found.
             *
             *     - `orders.unknown`: the account has no such order
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Unprocessable Entity.
             *
             *     - `operations.bad-input`: a field is missing, unknown, or breaks its rule; `errors` has each
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Too Many Requests.
             *
             *     - `http.too-many-requests`: there were too many; go on after Retry-After
             */
            429: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            500: components["responses"]["Unexpected"];
            /**
             * @description Service Unavailable.
             *
             *     - `http.timed-out`: the answer took too long
             *     - `storage.unavailable`: the database is away; go on after Retry-After
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    fillsList: {
        parameters: {
            query?: {
                /** @description Only fills of this account. */
                accountId?: string;
                /** @description Only fills of this session. */
                sessionId?: string;
                /** @description Most entries of a page. */
                limit?: number;
                /** @description Where to go on: the nextCursor of the page before. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FillsListOutput"];
                };
            };
            /**
             * @description Forbidden.
             *
             *     - `http.foreign-host`: the Host is none of ours
             *     - `http.foreign-origin`: a page from elsewhere sent it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Unprocessable Entity.
             *
             *     - `operations.bad-input`: a field is missing, unknown, or breaks its rule; `errors` has each
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Too Many Requests.
             *
             *     - `http.too-many-requests`: there were too many; go on after Retry-After
             */
            429: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            500: components["responses"]["Unexpected"];
            /**
             * @description Service Unavailable.
             *
             *     - `http.timed-out`: the answer took too long
             *     - `storage.unavailable`: the database is away; go on after Retry-After
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ordersList: {
        parameters: {
            query?: {
                /** @description Only orders of this account. */
                accountId?: string;
                /** @description Only orders of this session. */
                sessionId?: string;
                /** @description Only orders for this symbol. */
                symbol?: string;
                /** @description Only orders that can still fill, or only those that are over. */
                open?: boolean;
                /** @description Most entries of a page. */
                limit?: number;
                /** @description Where to go on: the nextCursor of the page before. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrdersListOutput"];
                };
            };
            /**
             * @description Forbidden.
             *
             *     - `http.foreign-host`: the Host is none of ours
             *     - `http.foreign-origin`: a page from elsewhere sent it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Unprocessable Entity.
             *
             *     - `operations.bad-input`: a field is missing, unknown, or breaks its rule; `errors` has each
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Too Many Requests.
             *
             *     - `http.too-many-requests`: there were too many; go on after Retry-After
             */
            429: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            500: components["responses"]["Unexpected"];
            /**
             * @description Service Unavailable.
             *
             *     - `http.timed-out`: the answer took too long
             *     - `storage.unavailable`: the database is away; go on after Retry-After
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ordersPlace: {
        parameters: {
            query?: never;
            header?: {
                /** @description A key of your own for this request, such as a UUID. Sent again with it, the request is answered, not done, again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Which session. */
                sessionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OrdersPlaceBody"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrdersPlaceOutput"];
                };
            };
            /**
             * @description Bad Request.
             *
             *     - `http.not-json`: the body is not JSON
             *     - `http.not-text`: the body is not UTF-8
             *     - `http.bad-idempotency-key`: the Idempotency-Key is no key
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Forbidden.
             *
             *     - `orders.refused`: a risk limit says no; the message says which, and the numbers
             *     - `http.foreign-host`: the Host is none of ours
             *     - `http.foreign-origin`: a page from elsewhere sent it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Not Found.
             *
             *     - `sessions.unknown`: there is no such session
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Conflict.
             *
             *     - `trading.not-running`: the session was not started, or is over
             *     - `engine.duplicate-order`: the account has an order with that client order id, sent once already
             *     - `engine.quantity-covered`: what would be closed is on its way out already
             *     - `orders.halted`: trading is halted
             *     - `http.still-running`: the first request with this Idempotency-Key is still running
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Payload Too Large.
             *
             *     - `http.too-large`: the body is too large
             */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Unsupported Media Type.
             *
             *     - `http.wrong-media-type`: the Content-Type is another
             */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Unprocessable Entity.
             *
             *     - `engine.bad-order`: the symbol is none of the session’s, or prices are missing, off the tick or on the wrong side
             *     - `operations.bad-input`: a field is missing, unknown, or breaks its rule; `errors` has each
             *     - `http.key-reused`: the Idempotency-Key belongs to another request
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Too Many Requests.
             *
             *     - `http.too-many-requests`: there were too many; go on after Retry-After
             */
            429: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            500: components["responses"]["Unexpected"];
            /**
             * @description Service Unavailable.
             *
             *     - `trading.being-taken`: the server has just started and is taking the session up again
             *     - `http.timed-out`: the answer took too long
             *     - `storage.unavailable`: the database is away; go on after Retry-After
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    riskConfirmResume: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Which session. */
                sessionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RiskConfirmResumeBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RiskConfirmResumeOutput"];
                };
            };
            /**
             * @description Bad Request.
             *
             *     - `http.not-json`: the body is not JSON
             *     - `http.not-text`: the body is not UTF-8
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Forbidden.
             *
             *     - `risk.bad-confirmation`: the word is wrong or too old
             *     - `http.foreign-host`: the Host is none of ours
             *     - `http.foreign-origin`: a page from elsewhere sent it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Not Found.
             *
             *     - `sessions.unknown`: there is no such session
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Conflict.
             *
             *     - `trading.not-running`: the session was not started, or is over
             *     - `risk.too-soon`: the first step was less than three seconds ago
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Payload Too Large.
             *
             *     - `http.too-large`: the body is too large
             */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Unsupported Media Type.
             *
             *     - `http.wrong-media-type`: the Content-Type is another
             */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Unprocessable Entity.
             *
             *     - `operations.bad-input`: a field is missing, unknown, or breaks its rule; `errors` has each
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Too Many Requests.
             *
             *     - `http.too-many-requests`: there were too many; go on after Retry-After
             */
            429: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            500: components["responses"]["Unexpected"];
            /**
             * @description Service Unavailable.
             *
             *     - `trading.being-taken`: the server has just started and is taking the session up again
             *     - `http.timed-out`: the answer took too long
             *     - `storage.unavailable`: the database is away; go on after Retry-After
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    riskHalt: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["RiskHaltBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RiskHaltOutput"];
                };
            };
            /**
             * @description Bad Request.
             *
             *     - `http.not-json`: the body is not JSON
             *     - `http.not-text`: the body is not UTF-8
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Forbidden.
             *
             *     - `http.foreign-host`: the Host is none of ours
             *     - `http.foreign-origin`: a page from elsewhere sent it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Not Found.
             *
             *     - `sessions.unknown`: there is no such session
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Conflict.
             *
             *     - `trading.not-running`: the session was not started, or is over
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Payload Too Large.
             *
             *     - `http.too-large`: the body is too large
             */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Unsupported Media Type.
             *
             *     - `http.wrong-media-type`: the Content-Type is another
             */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Unprocessable Entity.
             *
             *     - `operations.bad-input`: a field is missing, unknown, or breaks its rule; `errors` has each
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Too Many Requests.
             *
             *     - `http.too-many-requests`: there were too many; go on after Retry-After
             */
            429: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            500: components["responses"]["Unexpected"];
            /**
             * @description Service Unavailable.
             *
             *     - `trading.being-taken`: the server has just started and is taking the session up again
             *     - `http.timed-out`: the answer took too long
             *     - `storage.unavailable`: the database is away; go on after Retry-After
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    riskRequestResume: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Which session. */
                sessionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Created */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RiskRequestResumeOutput"];
                };
            };
            /**
             * @description Bad Request.
             *
             *     - `http.not-json`: the body is not JSON
             *     - `http.not-text`: the body is not UTF-8
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Forbidden.
             *
             *     - `http.foreign-host`: the Host is none of ours
             *     - `http.foreign-origin`: a page from elsewhere sent it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Not Found.
             *
             *     - `sessions.unknown`: there is no such session
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Conflict.
             *
             *     - `trading.not-running`: the session was not started, or is over
             *     - `risk.not-halted`: nothing is halted
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Payload Too Large.
             *
             *     - `http.too-large`: the body is too large
             */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Unsupported Media Type.
             *
             *     - `http.wrong-media-type`: the Content-Type is another
             */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Unprocessable Entity.
             *
             *     - `operations.bad-input`: a field is missing, unknown, or breaks its rule; `errors` has each
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Too Many Requests.
             *
             *     - `http.too-many-requests`: there were too many; go on after Retry-After
             */
            429: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            500: components["responses"]["Unexpected"];
            /**
             * @description Service Unavailable.
             *
             *     - `trading.being-taken`: the server has just started and is taking the session up again
             *     - `http.timed-out`: the answer took too long
             *     - `storage.unavailable`: the database is away; go on after Retry-After
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    riskHeadroom: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Which session. */
                sessionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RiskHeadroomOutput"];
                };
            };
            /**
             * @description Forbidden.
             *
             *     - `http.foreign-host`: the Host is none of ours
             *     - `http.foreign-origin`: a page from elsewhere sent it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Not Found.
             *
             *     - `sessions.unknown`: there is no such session
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Conflict.
             *
             *     - `trading.not-running`: the session was not started, or is over
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Unprocessable Entity.
             *
             *     - `operations.bad-input`: a field is missing, unknown, or breaks its rule; `errors` has each
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Too Many Requests.
             *
             *     - `http.too-many-requests`: there were too many; go on after Retry-After
             */
            429: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            500: components["responses"]["Unexpected"];
            /**
             * @description Service Unavailable.
             *
             *     - `trading.being-taken`: the server has just started and is taking the session up again
             *     - `http.timed-out`: the answer took too long
             *     - `storage.unavailable`: the database is away; go on after Retry-After
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    symbolsGet: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Which symbol. */
                symbol: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Symbol"];
                };
            };
            /**
             * @description Forbidden.
             *
             *     - `http.foreign-host`: the Host is none of ours
             *     - `http.foreign-origin`: a page from elsewhere sent it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Not Found.
             *
             *     - `symbols.unknown`: no provider knows it
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Unprocessable Entity.
             *
             *     - `operations.bad-input`: a field is missing, unknown, or breaks its rule; `errors` has each
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Too Many Requests.
             *
             *     - `http.too-many-requests`: there were too many; go on after Retry-After
             */
            429: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            500: components["responses"]["Unexpected"];
            /**
             * @description Service Unavailable.
             *
             *     - `http.timed-out`: the answer took too long
             *     - `storage.unavailable`: the database is away; go on after Retry-After
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    barsList: {
        parameters: {
            query: {
                /** @description Whose bars. */
                symbol: string;
                /** @description Span of a bar. */
                timeframe?: "1m" | "5m" | "15m" | "30m" | "1h" | "1d";
                /** @description First session; the first there is otherwise. */
                from?: string;
                /** @description Last session; the last there is otherwise. */
                to?: string;
                /** @description Most bars of a page. */
                limit?: number;
                /** @description Where to go on: the nextCursor of the page before. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BarsListOutput"];
                };
            };
            /**
             * @description Forbidden.
             *
             *     - `http.foreign-host`: the Host is none of ours
             *     - `http.foreign-origin`: a page from elsewhere sent it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Not Found.
             *
             *     - `market-data.unknown-symbol`: no provider has the symbol
             *     - `market-data.empty-range`: there is no bar in the range
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Unprocessable Entity.
             *
             *     - `market-data.bad-range`: the range ends before it begins
             *     - `operations.bad-input`: a field is missing, unknown, or breaks its rule; `errors` has each
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Too Many Requests.
             *
             *     - `http.too-many-requests`: there were too many; go on after Retry-After
             */
            429: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            500: components["responses"]["Unexpected"];
            /**
             * @description Service Unavailable.
             *
             *     - `http.timed-out`: the answer took too long
             *     - `storage.unavailable`: the database is away; go on after Retry-After
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    datasetsList: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DatasetsListOutput"];
                };
            };
            /**
             * @description Forbidden.
             *
             *     - `http.foreign-host`: the Host is none of ours
             *     - `http.foreign-origin`: a page from elsewhere sent it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Unprocessable Entity.
             *
             *     - `operations.bad-input`: a field is missing, unknown, or breaks its rule; `errors` has each
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Too Many Requests.
             *
             *     - `http.too-many-requests`: there were too many; go on after Retry-After
             */
            429: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            500: components["responses"]["Unexpected"];
            /**
             * @description Service Unavailable.
             *
             *     - `http.timed-out`: the answer took too long
             *     - `storage.unavailable`: the database is away; go on after Retry-After
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    datasetsCoverage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Which dataset, as provider:symbol:timeframe; see the list of datasets. */
                datasetId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DatasetsCoverageOutput"];
                };
            };
            /**
             * @description Forbidden.
             *
             *     - `http.foreign-host`: the Host is none of ours
             *     - `http.foreign-origin`: a page from elsewhere sent it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Not Found.
             *
             *     - `datasets.unknown`: no bars are stored or offered under that id
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Unprocessable Entity.
             *
             *     - `operations.bad-input`: a field is missing, unknown, or breaks its rule; `errors` has each
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Too Many Requests.
             *
             *     - `http.too-many-requests`: there were too many; go on after Retry-After
             */
            429: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            500: components["responses"]["Unexpected"];
            /**
             * @description Service Unavailable.
             *
             *     - `http.timed-out`: the answer took too long
             *     - `storage.unavailable`: the database is away; go on after Retry-After
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sessionsList: {
        parameters: {
            query?: {
                /** @description Only sessions of this account. */
                accountId?: string;
                /** @description Only sessions in this state. */
                state?: "created" | "running" | "paused" | "finished" | "stopped" | "interrupted";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionsListOutput"];
                };
            };
            /**
             * @description Forbidden.
             *
             *     - `http.foreign-host`: the Host is none of ours
             *     - `http.foreign-origin`: a page from elsewhere sent it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Unprocessable Entity.
             *
             *     - `operations.bad-input`: a field is missing, unknown, or breaks its rule; `errors` has each
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Too Many Requests.
             *
             *     - `http.too-many-requests`: there were too many; go on after Retry-After
             */
            429: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            500: components["responses"]["Unexpected"];
            /**
             * @description Service Unavailable.
             *
             *     - `http.timed-out`: the answer took too long
             *     - `storage.unavailable`: the database is away; go on after Retry-After
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sessionsCreate: {
        parameters: {
            query?: never;
            header?: {
                /** @description A key of your own for this request, such as a UUID. Sent again with it, the request is answered, not done, again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SessionsCreateBody"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            /**
             * @description Bad Request.
             *
             *     - `http.not-json`: the body is not JSON
             *     - `http.not-text`: the body is not UTF-8
             *     - `http.bad-idempotency-key`: the Idempotency-Key is no key
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Forbidden.
             *
             *     - `http.foreign-host`: the Host is none of ours
             *     - `http.foreign-origin`: a page from elsewhere sent it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Not Found.
             *
             *     - `accounts.unknown`: there is no such account
             *     - `configurations.unknown`: there is no such configuration or version
             *     - `market-data.unknown-symbol`: no provider has the symbol
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Conflict.
             *
             *     - `accounts.archived`: the account was put away
             *     - `sessions.unchecked-strategy`: a strategy of your own has not passed its check
             *     - `sessions.exists`: the id is taken
             *     - `storage.session-active`: the account has a session already
             *     - `http.still-running`: the first request with this Idempotency-Key is still running
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Payload Too Large.
             *
             *     - `http.too-large`: the body is too large
             */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Unsupported Media Type.
             *
             *     - `http.wrong-media-type`: the Content-Type is another
             */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Unprocessable Entity.
             *
             *     - `market-data.bad-range`: the range is empty or ends before it begins
             *     - `sessions.not-tradable`: a symbol can only be charted
             *     - `sessions.bad-sleeves`: names clash, shares add up to more than 1, or a cash account would short
             *     - `sessions.too-short`: there are too few bars for a first opinion
             *     - `operations.bad-input`: a field is missing, unknown, or breaks its rule; `errors` has each
             *     - `http.key-reused`: the Idempotency-Key belongs to another request
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Too Many Requests.
             *
             *     - `http.too-many-requests`: there were too many; go on after Retry-After
             */
            429: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            500: components["responses"]["Unexpected"];
            /**
             * @description Service Unavailable.
             *
             *     - `http.timed-out`: the answer took too long
             *     - `storage.unavailable`: the database is away; go on after Retry-After
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sessionsGet: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Which session. */
                sessionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            /**
             * @description Forbidden.
             *
             *     - `http.foreign-host`: the Host is none of ours
             *     - `http.foreign-origin`: a page from elsewhere sent it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Not Found.
             *
             *     - `sessions.unknown`: there is no such session
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Unprocessable Entity.
             *
             *     - `operations.bad-input`: a field is missing, unknown, or breaks its rule; `errors` has each
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Too Many Requests.
             *
             *     - `http.too-many-requests`: there were too many; go on after Retry-After
             */
            429: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            500: components["responses"]["Unexpected"];
            /**
             * @description Service Unavailable.
             *
             *     - `http.timed-out`: the answer took too long
             *     - `storage.unavailable`: the database is away; go on after Retry-After
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sessionsStateHash: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Which session. */
                sessionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionsStateHashOutput"];
                };
            };
            /**
             * @description Forbidden.
             *
             *     - `http.foreign-host`: the Host is none of ours
             *     - `http.foreign-origin`: a page from elsewhere sent it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Not Found.
             *
             *     - `sessions.unknown`: there is no such session
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Unprocessable Entity.
             *
             *     - `operations.bad-input`: a field is missing, unknown, or breaks its rule; `errors` has each
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Too Many Requests.
             *
             *     - `http.too-many-requests`: there were too many; go on after Retry-After
             */
            429: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            500: components["responses"]["Unexpected"];
            /**
             * @description Service Unavailable.
             *
             *     - `http.timed-out`: the answer took too long
             *     - `storage.unavailable`: the database is away; go on after Retry-After
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    decisionsList: {
        parameters: {
            query?: {
                /** @description Only decisions of this sleeve. */
                sleeveId?: string;
                /** @description Only decisions on this symbol. */
                symbol?: string;
                /** @description Only decisions at this market time or later. */
                from?: string;
                /** @description Only decisions at this market time or earlier: the first is what stood then. */
                to?: string;
                /** @description Most entries of a page. */
                limit?: number;
                /** @description Where to go on: the nextCursor of the page before. */
                cursor?: string;
            };
            header?: never;
            path: {
                /** @description Which session. */
                sessionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DecisionsListOutput"];
                };
            };
            /**
             * @description Forbidden.
             *
             *     - `http.foreign-host`: the Host is none of ours
             *     - `http.foreign-origin`: a page from elsewhere sent it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Not Found.
             *
             *     - `sessions.unknown`: there is no such session
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Unprocessable Entity.
             *
             *     - `operations.bad-input`: a field is missing, unknown, or breaks its rule; `errors` has each
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Too Many Requests.
             *
             *     - `http.too-many-requests`: there were too many; go on after Retry-After
             */
            429: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            500: components["responses"]["Unexpected"];
            /**
             * @description Service Unavailable.
             *
             *     - `http.timed-out`: the answer took too long
             *     - `storage.unavailable`: the database is away; go on after Retry-After
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    equityList: {
        parameters: {
            query?: {
                /** @description Instead of a page the whole curve in at most so many points: its ends, and the lows and highs between. */
                atMost?: number;
                /** @description Most entries of a page. */
                limit?: number;
                /** @description Where to go on: the nextCursor of the page before. */
                cursor?: string;
            };
            header?: never;
            path: {
                /** @description Which session. */
                sessionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EquityListOutput"];
                };
            };
            /**
             * @description Forbidden.
             *
             *     - `http.foreign-host`: the Host is none of ours
             *     - `http.foreign-origin`: a page from elsewhere sent it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Not Found.
             *
             *     - `sessions.unknown`: there is no such session
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Unprocessable Entity.
             *
             *     - `operations.bad-input`: a field is missing, unknown, or breaks its rule; `errors` has each
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Too Many Requests.
             *
             *     - `http.too-many-requests`: there were too many; go on after Retry-After
             */
            429: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            500: components["responses"]["Unexpected"];
            /**
             * @description Service Unavailable.
             *
             *     - `http.timed-out`: the answer took too long
             *     - `storage.unavailable`: the database is away; go on after Retry-After
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    eventsList: {
        parameters: {
            query?: {
                /** @description Only happenings of these types, such as order-refused,halted. */
                types?: ("decision" | "annotation" | "no-order" | "order-approved" | "order-refused" | "order-filled" | "order-cancelled" | "order-expired" | "order-rejected" | "halted" | "resumed" | "limit-breached")[];
                /** @description Which comes first. */
                order?: "newest" | "oldest";
                /** @description Most entries of a page. */
                limit?: number;
                /** @description Where to go on: the nextCursor of the page before. */
                cursor?: string;
            };
            header?: never;
            path: {
                /** @description Which session. */
                sessionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventsListOutput"];
                };
            };
            /**
             * @description Forbidden.
             *
             *     - `http.foreign-host`: the Host is none of ours
             *     - `http.foreign-origin`: a page from elsewhere sent it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Not Found.
             *
             *     - `sessions.unknown`: there is no such session
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Unprocessable Entity.
             *
             *     - `operations.bad-input`: a field is missing, unknown, or breaks its rule; `errors` has each
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Too Many Requests.
             *
             *     - `http.too-many-requests`: there were too many; go on after Retry-After
             */
            429: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            500: components["responses"]["Unexpected"];
            /**
             * @description Service Unavailable.
             *
             *     - `http.timed-out`: the answer took too long
             *     - `storage.unavailable`: the database is away; go on after Retry-After
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    positionsList: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Which session. */
                sessionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PositionsListOutput"];
                };
            };
            /**
             * @description Forbidden.
             *
             *     - `http.foreign-host`: the Host is none of ours
             *     - `http.foreign-origin`: a page from elsewhere sent it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Not Found.
             *
             *     - `sessions.unknown`: there is no such session
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Unprocessable Entity.
             *
             *     - `operations.bad-input`: a field is missing, unknown, or breaks its rule; `errors` has each
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Too Many Requests.
             *
             *     - `http.too-many-requests`: there were too many; go on after Retry-After
             */
            429: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            500: components["responses"]["Unexpected"];
            /**
             * @description Service Unavailable.
             *
             *     - `http.timed-out`: the answer took too long
             *     - `storage.unavailable`: the database is away; go on after Retry-After
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sessionsReasons: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Which session. */
                sessionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionsReasonsOutput"];
                };
            };
            /**
             * @description Forbidden.
             *
             *     - `http.foreign-host`: the Host is none of ours
             *     - `http.foreign-origin`: a page from elsewhere sent it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Not Found.
             *
             *     - `sessions.unknown`: there is no such session
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Unprocessable Entity.
             *
             *     - `operations.bad-input`: a field is missing, unknown, or breaks its rule; `errors` has each
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Too Many Requests.
             *
             *     - `http.too-many-requests`: there were too many; go on after Retry-After
             */
            429: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            500: components["responses"]["Unexpected"];
            /**
             * @description Service Unavailable.
             *
             *     - `http.timed-out`: the answer took too long
             *     - `storage.unavailable`: the database is away; go on after Retry-After
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    tradesList: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Which session. */
                sessionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TradesListOutput"];
                };
            };
            /**
             * @description Forbidden.
             *
             *     - `http.foreign-host`: the Host is none of ours
             *     - `http.foreign-origin`: a page from elsewhere sent it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Not Found.
             *
             *     - `sessions.unknown`: there is no such session
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Unprocessable Entity.
             *
             *     - `operations.bad-input`: a field is missing, unknown, or breaks its rule; `errors` has each
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Too Many Requests.
             *
             *     - `http.too-many-requests`: there were too many; go on after Retry-After
             */
            429: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            500: components["responses"]["Unexpected"];
            /**
             * @description Service Unavailable.
             *
             *     - `http.timed-out`: the answer took too long
             *     - `storage.unavailable`: the database is away; go on after Retry-After
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sessionsPause: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Which session. */
                sessionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            /**
             * @description Bad Request.
             *
             *     - `http.not-json`: the body is not JSON
             *     - `http.not-text`: the body is not UTF-8
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Forbidden.
             *
             *     - `http.foreign-host`: the Host is none of ours
             *     - `http.foreign-origin`: a page from elsewhere sent it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Not Found.
             *
             *     - `sessions.unknown`: there is no such session
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Conflict.
             *
             *     - `trading.not-running`: the session was not started, or is over
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Payload Too Large.
             *
             *     - `http.too-large`: the body is too large
             */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Unsupported Media Type.
             *
             *     - `http.wrong-media-type`: the Content-Type is another
             */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Unprocessable Entity.
             *
             *     - `operations.bad-input`: a field is missing, unknown, or breaks its rule; `errors` has each
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Too Many Requests.
             *
             *     - `http.too-many-requests`: there were too many; go on after Retry-After
             */
            429: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            500: components["responses"]["Unexpected"];
            /**
             * @description Service Unavailable.
             *
             *     - `trading.being-taken`: the server has just started and is taking the session up again
             *     - `http.timed-out`: the answer took too long
             *     - `storage.unavailable`: the database is away; go on after Retry-After
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sessionsResume: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Which session. */
                sessionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            /**
             * @description Bad Request.
             *
             *     - `http.not-json`: the body is not JSON
             *     - `http.not-text`: the body is not UTF-8
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Forbidden.
             *
             *     - `http.foreign-host`: the Host is none of ours
             *     - `http.foreign-origin`: a page from elsewhere sent it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Not Found.
             *
             *     - `sessions.unknown`: there is no such session
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Conflict.
             *
             *     - `trading.not-running`: the session was not started, or is over
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Payload Too Large.
             *
             *     - `http.too-large`: the body is too large
             */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Unsupported Media Type.
             *
             *     - `http.wrong-media-type`: the Content-Type is another
             */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Unprocessable Entity.
             *
             *     - `operations.bad-input`: a field is missing, unknown, or breaks its rule; `errors` has each
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Too Many Requests.
             *
             *     - `http.too-many-requests`: there were too many; go on after Retry-After
             */
            429: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            500: components["responses"]["Unexpected"];
            /**
             * @description Service Unavailable.
             *
             *     - `trading.being-taken`: the server has just started and is taking the session up again
             *     - `http.timed-out`: the answer took too long
             *     - `storage.unavailable`: the database is away; go on after Retry-After
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sessionsSetSpeed: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Which session. */
                sessionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SessionsSetSpeedBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            /**
             * @description Bad Request.
             *
             *     - `http.not-json`: the body is not JSON
             *     - `http.not-text`: the body is not UTF-8
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Forbidden.
             *
             *     - `http.foreign-host`: the Host is none of ours
             *     - `http.foreign-origin`: a page from elsewhere sent it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Not Found.
             *
             *     - `sessions.unknown`: there is no such session
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Conflict.
             *
             *     - `trading.not-running`: the session was not started, or is over
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Payload Too Large.
             *
             *     - `http.too-large`: the body is too large
             */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Unsupported Media Type.
             *
             *     - `http.wrong-media-type`: the Content-Type is another
             */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Unprocessable Entity.
             *
             *     - `operations.bad-input`: a field is missing, unknown, or breaks its rule; `errors` has each
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Too Many Requests.
             *
             *     - `http.too-many-requests`: there were too many; go on after Retry-After
             */
            429: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            500: components["responses"]["Unexpected"];
            /**
             * @description Service Unavailable.
             *
             *     - `trading.being-taken`: the server has just started and is taking the session up again
             *     - `http.timed-out`: the answer took too long
             *     - `storage.unavailable`: the database is away; go on after Retry-After
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sessionsStart: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Which session. */
                sessionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            /**
             * @description Bad Request.
             *
             *     - `http.not-json`: the body is not JSON
             *     - `http.not-text`: the body is not UTF-8
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Forbidden.
             *
             *     - `http.foreign-host`: the Host is none of ours
             *     - `http.foreign-origin`: a page from elsewhere sent it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Not Found.
             *
             *     - `sessions.unknown`: there is no such session
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Conflict.
             *
             *     - `trading.already-started`: it was started before
             *     - `trading.cannot-open`: its data or strategy is not what it was
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Payload Too Large.
             *
             *     - `http.too-large`: the body is too large
             */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Unsupported Media Type.
             *
             *     - `http.wrong-media-type`: the Content-Type is another
             */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Unprocessable Entity.
             *
             *     - `operations.bad-input`: a field is missing, unknown, or breaks its rule; `errors` has each
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Too Many Requests.
             *
             *     - `http.too-many-requests`: there were too many; go on after Retry-After
             */
            429: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            500: components["responses"]["Unexpected"];
            /**
             * @description Service Unavailable.
             *
             *     - `http.timed-out`: the answer took too long
             *     - `storage.unavailable`: the database is away; go on after Retry-After
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sessionsStep: {
        parameters: {
            query?: never;
            header?: {
                /** @description A key of your own for this request, such as a UUID. Sent again with it, the request is answered, not done, again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Which session. */
                sessionId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["SessionsStepBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            /**
             * @description Bad Request.
             *
             *     - `http.not-json`: the body is not JSON
             *     - `http.not-text`: the body is not UTF-8
             *     - `http.bad-idempotency-key`: the Idempotency-Key is no key
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Forbidden.
             *
             *     - `http.foreign-host`: the Host is none of ours
             *     - `http.foreign-origin`: a page from elsewhere sent it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Not Found.
             *
             *     - `sessions.unknown`: there is no such session
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Conflict.
             *
             *     - `trading.not-running`: the session was not started, or is over
             *     - `trading.not-paused`: the replay is not paused
             *     - `http.still-running`: the first request with this Idempotency-Key is still running
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Payload Too Large.
             *
             *     - `http.too-large`: the body is too large
             */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Unsupported Media Type.
             *
             *     - `http.wrong-media-type`: the Content-Type is another
             */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Unprocessable Entity.
             *
             *     - `operations.bad-input`: a field is missing, unknown, or breaks its rule; `errors` has each
             *     - `http.key-reused`: the Idempotency-Key belongs to another request
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Too Many Requests.
             *
             *     - `http.too-many-requests`: there were too many; go on after Retry-After
             */
            429: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            500: components["responses"]["Unexpected"];
            /**
             * @description Service Unavailable.
             *
             *     - `trading.being-taken`: the server has just started and is taking the session up again
             *     - `http.timed-out`: the answer took too long
             *     - `storage.unavailable`: the database is away; go on after Retry-After
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sessionsStop: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Which session. */
                sessionId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["SessionsStopBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            /**
             * @description Bad Request.
             *
             *     - `http.not-json`: the body is not JSON
             *     - `http.not-text`: the body is not UTF-8
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Forbidden.
             *
             *     - `http.foreign-host`: the Host is none of ours
             *     - `http.foreign-origin`: a page from elsewhere sent it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Not Found.
             *
             *     - `sessions.unknown`: there is no such session
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Conflict.
             *
             *     - `trading.not-running`: the session is over
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Payload Too Large.
             *
             *     - `http.too-large`: the body is too large
             */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Unsupported Media Type.
             *
             *     - `http.wrong-media-type`: the Content-Type is another
             */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Unprocessable Entity.
             *
             *     - `operations.bad-input`: a field is missing, unknown, or breaks its rule; `errors` has each
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Too Many Requests.
             *
             *     - `http.too-many-requests`: there were too many; go on after Retry-After
             */
            429: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            500: components["responses"]["Unexpected"];
            /**
             * @description Service Unavailable.
             *
             *     - `trading.being-taken`: the server has just started and is taking the session up again
             *     - `http.timed-out`: the answer took too long
             *     - `storage.unavailable`: the database is away; go on after Retry-After
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    importsCreate: {
        parameters: {
            query: {
                /** @description What the bars are of: a symbol that no provider has yet, or one you imported before. */
                symbol: string;
                /** @description What the file is called, to be told as its source. */
                fileName?: string;
                /** @description Span of a bar; told from the spacing of the rows otherwise. */
                timeframe?: "1m" | "5m" | "15m" | "30m" | "1h" | "1d";
                /** @description When it trades: in sessions of New York, or around the clock. */
                exchange?: "XNYS" | "ALWAYS";
                /** @description Zone of times that name none. */
                zone?: "exchange" | "UTC";
                /** @description Smallest price step, in the currency of the prices; 0 for none. Otherwise the finest decimal in the file, no coarser than 0.01, and none where a price has more than eight decimals. */
                tickSize?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "text/csv": string;
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportsCreateOutput"];
                };
            };
            /**
             * @description Bad Request.
             *
             *     - `http.not-text`: the body is not UTF-8
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Forbidden.
             *
             *     - `http.foreign-host`: the Host is none of ours
             *     - `http.foreign-origin`: a page from elsewhere sent it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Conflict.
             *
             *     - `imports.symbol-taken`: a provider has bars of that symbol
             *     - `imports.other-exchange`: earlier files of the symbol had another calendar
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Payload Too Large.
             *
             *     - `http.too-large`: the body is too large
             */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Unsupported Media Type.
             *
             *     - `http.wrong-media-type`: the Content-Type is another
             */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Unprocessable Entity.
             *
             *     - `imports.no-bars`: not one row can be used
             *     - `market-data.bad-header`: the first line does not name the columns
             *     - `market-data.not-text`: the file is no text
             *     - `market-data.unsupported-timeframe`: the rows are spaced like no timeframe
             *     - `operations.bad-input`: a field is missing, unknown, or breaks its rule; `errors` has each
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Too Many Requests.
             *
             *     - `http.too-many-requests`: there were too many; go on after Retry-After
             */
            429: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            500: components["responses"]["Unexpected"];
            /**
             * @description Service Unavailable.
             *
             *     - `http.timed-out`: the answer took too long
             *     - `storage.unavailable`: the database is away; go on after Retry-After
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    quarantineList: {
        parameters: {
            query?: {
                /** @description Only rows of this symbol. */
                symbol?: string;
                /** @description Most entries of a page. */
                limit?: number;
                /** @description Where to go on: the nextCursor of the page before. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuarantineListOutput"];
                };
            };
            /**
             * @description Forbidden.
             *
             *     - `http.foreign-host`: the Host is none of ours
             *     - `http.foreign-origin`: a page from elsewhere sent it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Unprocessable Entity.
             *
             *     - `operations.bad-input`: a field is missing, unknown, or breaks its rule; `errors` has each
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Too Many Requests.
             *
             *     - `http.too-many-requests`: there were too many; go on after Retry-After
             */
            429: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            500: components["responses"]["Unexpected"];
            /**
             * @description Service Unavailable.
             *
             *     - `http.timed-out`: the answer took too long
             *     - `storage.unavailable`: the database is away; go on after Retry-After
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    backtestsCompare: {
        parameters: {
            query: {
                /** @description Which runs, in the order of the columns. */
                runIds: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BacktestsCompareOutput"];
                };
            };
            /**
             * @description Forbidden.
             *
             *     - `http.foreign-host`: the Host is none of ours
             *     - `http.foreign-origin`: a page from elsewhere sent it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Not Found.
             *
             *     - `backtests.unknown`: there is no such run
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Unprocessable Entity.
             *
             *     - `operations.bad-input`: a field is missing, unknown, or breaks its rule; `errors` has each
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Too Many Requests.
             *
             *     - `http.too-many-requests`: there were too many; go on after Retry-After
             */
            429: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            500: components["responses"]["Unexpected"];
            /**
             * @description Service Unavailable.
             *
             *     - `http.timed-out`: the answer took too long
             *     - `storage.unavailable`: the database is away; go on after Retry-After
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    backtestsGet: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Which run. */
                runId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Backtest"];
                };
            };
            /**
             * @description Forbidden.
             *
             *     - `http.foreign-host`: the Host is none of ours
             *     - `http.foreign-origin`: a page from elsewhere sent it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Not Found.
             *
             *     - `backtests.unknown`: there is no such run
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Unprocessable Entity.
             *
             *     - `operations.bad-input`: a field is missing, unknown, or breaks its rule; `errors` has each
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Too Many Requests.
             *
             *     - `http.too-many-requests`: there were too many; go on after Retry-After
             */
            429: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            500: components["responses"]["Unexpected"];
            /**
             * @description Service Unavailable.
             *
             *     - `http.timed-out`: the answer took too long
             *     - `storage.unavailable`: the database is away; go on after Retry-After
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    backtestsDelete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Which run. */
                runId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BacktestsDeleteOutput"];
                };
            };
            /**
             * @description Forbidden.
             *
             *     - `http.foreign-host`: the Host is none of ours
             *     - `http.foreign-origin`: a page from elsewhere sent it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Not Found.
             *
             *     - `backtests.unknown`: there is no such run
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Unprocessable Entity.
             *
             *     - `operations.bad-input`: a field is missing, unknown, or breaks its rule; `errors` has each
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Too Many Requests.
             *
             *     - `http.too-many-requests`: there were too many; go on after Retry-After
             */
            429: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            500: components["responses"]["Unexpected"];
            /**
             * @description Service Unavailable.
             *
             *     - `http.timed-out`: the answer took too long
             *     - `storage.unavailable`: the database is away; go on after Retry-After
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    backtestsLabel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Which run. */
                runId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["BacktestsLabelBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BacktestsLabelOutput"];
                };
            };
            /**
             * @description Bad Request.
             *
             *     - `http.not-json`: the body is not JSON
             *     - `http.not-text`: the body is not UTF-8
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Forbidden.
             *
             *     - `http.foreign-host`: the Host is none of ours
             *     - `http.foreign-origin`: a page from elsewhere sent it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Not Found.
             *
             *     - `backtests.unknown`: there is no such run
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Payload Too Large.
             *
             *     - `http.too-large`: the body is too large
             */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Unsupported Media Type.
             *
             *     - `http.wrong-media-type`: the Content-Type is another
             */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Unprocessable Entity.
             *
             *     - `operations.bad-input`: a field is missing, unknown, or breaks its rule; `errors` has each
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Too Many Requests.
             *
             *     - `http.too-many-requests`: there were too many; go on after Retry-After
             */
            429: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            500: components["responses"]["Unexpected"];
            /**
             * @description Service Unavailable.
             *
             *     - `http.timed-out`: the answer took too long
             *     - `storage.unavailable`: the database is away; go on after Retry-After
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    trialsCount: {
        parameters: {
            query?: {
                /** @description Only tries on bars of this symbol. */
                symbol?: string;
                /** @description Only tries on bars of this span. */
                timeframe?: "1m" | "5m" | "15m" | "30m" | "1h" | "1d";
                /** @description First session of the range that tries must overlap; the first there is otherwise. */
                from?: string;
                /** @description Last session of it; the last there is otherwise. */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrialsCountOutput"];
                };
            };
            /**
             * @description Forbidden.
             *
             *     - `http.foreign-host`: the Host is none of ours
             *     - `http.foreign-origin`: a page from elsewhere sent it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Unprocessable Entity.
             *
             *     - `market-data.bad-range`: the range ends before it begins
             *     - `operations.bad-input`: a field is missing, unknown, or breaks its rule; `errors` has each
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Too Many Requests.
             *
             *     - `http.too-many-requests`: there were too many; go on after Retry-After
             */
            429: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            500: components["responses"]["Unexpected"];
            /**
             * @description Service Unavailable.
             *
             *     - `http.timed-out`: the answer took too long
             *     - `storage.unavailable`: the database is away; go on after Retry-After
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    trialsRegister: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TrialsRegisterBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrialsRegisterOutput"];
                };
            };
            /**
             * @description Bad Request.
             *
             *     - `http.not-json`: the body is not JSON
             *     - `http.not-text`: the body is not UTF-8
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Forbidden.
             *
             *     - `http.foreign-host`: the Host is none of ours
             *     - `http.foreign-origin`: a page from elsewhere sent it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Payload Too Large.
             *
             *     - `http.too-large`: the body is too large
             */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Unsupported Media Type.
             *
             *     - `http.wrong-media-type`: the Content-Type is another
             */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Unprocessable Entity.
             *
             *     - `operations.bad-input`: a field is missing, unknown, or breaks its rule; `errors` has each
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Too Many Requests.
             *
             *     - `http.too-many-requests`: there were too many; go on after Retry-After
             */
            429: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            500: components["responses"]["Unexpected"];
            /**
             * @description Service Unavailable.
             *
             *     - `http.timed-out`: the answer took too long
             *     - `storage.unavailable`: the database is away; go on after Retry-After
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    systemCreateBackup: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Created */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SystemCreateBackupOutput"];
                };
            };
            /**
             * @description Bad Request.
             *
             *     - `http.not-json`: the body is not JSON
             *     - `http.not-text`: the body is not UTF-8
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Forbidden.
             *
             *     - `http.foreign-host`: the Host is none of ours
             *     - `http.foreign-origin`: a page from elsewhere sent it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Conflict.
             *
             *     - `backup.not-embedded`: the data is on a PostgreSQL server
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Payload Too Large.
             *
             *     - `http.too-large`: the body is too large
             */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Unsupported Media Type.
             *
             *     - `http.wrong-media-type`: the Content-Type is another
             */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Unprocessable Entity.
             *
             *     - `operations.bad-input`: a field is missing, unknown, or breaks its rule; `errors` has each
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Too Many Requests.
             *
             *     - `http.too-many-requests`: there were too many; go on after Retry-After
             */
            429: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            500: components["responses"]["Unexpected"];
            /**
             * @description Service Unavailable.
             *
             *     - `http.timed-out`: the answer took too long
             *     - `storage.unavailable`: the database is away; go on after Retry-After
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    systemShow: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["XRequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SystemShowOutput"];
                };
            };
            /**
             * @description Forbidden.
             *
             *     - `http.foreign-host`: the Host is none of ours
             *     - `http.foreign-origin`: a page from elsewhere sent it
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Unprocessable Entity.
             *
             *     - `operations.bad-input`: a field is missing, unknown, or breaks its rule; `errors` has each
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Too Many Requests.
             *
             *     - `http.too-many-requests`: there were too many; go on after Retry-After
             */
            429: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            500: components["responses"]["Unexpected"];
            /**
             * @description Service Unavailable.
             *
             *     - `http.timed-out`: the answer took too long
             *     - `storage.unavailable`: the database is away; go on after Retry-After
             */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
