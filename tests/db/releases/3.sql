CREATE TABLE buyer (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	name VARCHAR DEFAULT '' NOT NULL, 
	handle VARCHAR DEFAULT '' NOT NULL, 
	email VARCHAR DEFAULT '' NOT NULL, 
	line1 VARCHAR DEFAULT '' NOT NULL, 
	line2 VARCHAR DEFAULT '' NOT NULL, 
	city VARCHAR DEFAULT '' NOT NULL, 
	region VARCHAR DEFAULT '' NOT NULL, 
	postal_code VARCHAR DEFAULT '' NOT NULL, 
	country VARCHAR DEFAULT '' NOT NULL, 
	notes VARCHAR DEFAULT '' NOT NULL, 
	language VARCHAR DEFAULT '' NOT NULL
);
CREATE TABLE card_design (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	name_key VARCHAR DEFAULT '' NOT NULL, 
	position INTEGER DEFAULT 0 NOT NULL, 
	design VARCHAR DEFAULT '' NOT NULL, 
	CONSTRAINT uq_card_design_name_key UNIQUE (name_key)
);
CREATE TABLE card_text (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	position INTEGER DEFAULT 0 NOT NULL, 
	name VARCHAR DEFAULT '' NOT NULL, 
	language VARCHAR DEFAULT 'en' NOT NULL, 
	marketplace VARCHAR DEFAULT '' NOT NULL, 
	audience VARCHAR DEFAULT 'any' NOT NULL, 
	season VARCHAR DEFAULT '' NOT NULL, 
	body VARCHAR DEFAULT '' NOT NULL, 
	sign_off VARCHAR DEFAULT '' NOT NULL, 
	enabled BOOLEAN DEFAULT 1 NOT NULL, 
	CONSTRAINT ck_card_text_audience CHECK (audience IN ('any', 'first', 'returning'))
);
CREATE TABLE intake (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	name VARCHAR DEFAULT '' NOT NULL, 
	started_at VARCHAR(27) NOT NULL, 
	finished_at VARCHAR(27), 
	source VARCHAR DEFAULT '' NOT NULL, 
	acquired_on DATE, 
	receipt_minor INTEGER, 
	bin VARCHAR DEFAULT '' NOT NULL, 
	shared TEXT DEFAULT '{}' NOT NULL, 
	CONSTRAINT ck_intake_receipt_minor CHECK (receipt_minor BETWEEN 0 AND 1000000000000000)
);
CREATE TABLE item (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	sku VARCHAR DEFAULT '' NOT NULL, 
	sku_key VARCHAR DEFAULT '' NOT NULL, 
	title VARCHAR DEFAULT '' NOT NULL, 
	brand VARCHAR DEFAULT '' NOT NULL, 
	department VARCHAR DEFAULT '' NOT NULL, 
	category VARCHAR DEFAULT '' NOT NULL, 
	subcategory VARCHAR DEFAULT '' NOT NULL, 
	size_system VARCHAR DEFAULT '' NOT NULL, 
	size VARCHAR DEFAULT '' NOT NULL, 
	colors TEXT DEFAULT '[]' NOT NULL, 
	other_colors TEXT DEFAULT '[]' NOT NULL, 
	condition VARCHAR DEFAULT '' NOT NULL, 
	material VARCHAR DEFAULT '' NOT NULL, 
	style_words TEXT DEFAULT '[]' NOT NULL, 
	description VARCHAR DEFAULT '' NOT NULL, 
	measurements TEXT DEFAULT '{}' NOT NULL, 
	weight_mg INTEGER, 
	flaws VARCHAR DEFAULT '' NOT NULL, 
	bin VARCHAR DEFAULT '' NOT NULL, 
	quantity INTEGER DEFAULT 1 NOT NULL, 
	source VARCHAR DEFAULT '' NOT NULL, 
	acquired_on DATE, 
	cost_price_minor INTEGER, 
	cost_tax_minor INTEGER, 
	cost_inbound_minor INTEGER, 
	cost_cleaning_minor INTEGER, 
	original_price_minor INTEGER, 
	asking_minor INTEGER, 
	floor_minor INTEGER, 
	keep_at_least_minor INTEGER, 
	lowest_asking_minor INTEGER, 
	ownership VARCHAR DEFAULT 'business' NOT NULL, 
	notes VARCHAR DEFAULT '' NOT NULL, 
	tags TEXT DEFAULT '[]' NOT NULL, 
	own_status VARCHAR DEFAULT 'draft' NOT NULL, 
	status VARCHAR DEFAULT 'draft' NOT NULL, 
	archive_reason VARCHAR DEFAULT '' NOT NULL, 
	status_since DATE, 
	listed_since DATE, 
	created_at VARCHAR(27) NOT NULL, 
	updated_at VARCHAR(27) NOT NULL, 
	deleted_at VARCHAR(27), 
	keep_minor INTEGER, 
	keep_marketplace VARCHAR DEFAULT '' NOT NULL, 
	cost_minor INTEGER, 
	cover_photo_id INTEGER, 
	upc VARCHAR DEFAULT '' NOT NULL, 
	dismissed TEXT DEFAULT '[]' NOT NULL, 
	CONSTRAINT ck_item_cost_price_minor CHECK (cost_price_minor BETWEEN 0 AND 1000000000000000), 
	CONSTRAINT ck_item_cost_tax_minor CHECK (cost_tax_minor BETWEEN 0 AND 1000000000000000), 
	CONSTRAINT ck_item_cost_inbound_minor CHECK (cost_inbound_minor BETWEEN 0 AND 1000000000000000), 
	CONSTRAINT ck_item_cost_cleaning_minor CHECK (cost_cleaning_minor BETWEEN 0 AND 1000000000000000), 
	CONSTRAINT ck_item_original_price_minor CHECK (original_price_minor BETWEEN 0 AND 1000000000000000), 
	CONSTRAINT ck_item_asking_minor CHECK (asking_minor BETWEEN 0 AND 1000000000000000), 
	CONSTRAINT ck_item_floor_minor CHECK (floor_minor BETWEEN 0 AND 1000000000000000), 
	CONSTRAINT ck_item_keep_at_least_minor CHECK (keep_at_least_minor BETWEEN 0 AND 1000000000000000), 
	CONSTRAINT ck_item_lowest_asking_minor CHECK (lowest_asking_minor BETWEEN 0 AND 1000000000000000), 
	CONSTRAINT ck_item_condition CHECK (condition IN ('', 'new_with_tags', 'new_without_tags', 'like_new', 'very_good', 'good', 'fair')), 
	CONSTRAINT ck_item_ownership CHECK (ownership IN ('business', 'personal')), 
	CONSTRAINT ck_item_own_status CHECK (own_status IN ('draft', 'listed', 'on_hold', 'returned', 'archived')), 
	CONSTRAINT ck_item_status CHECK (status IN ('draft', 'listed', 'on_hold', 'returned', 'archived', 'sold', 'packed', 'shipped', 'delivered')), 
	CONSTRAINT ck_item_archive_reason CHECK (archive_reason IN ('', 'donated', 'kept', 'lost', 'thrown_away')), 
	CONSTRAINT ck_item_quantity CHECK (quantity >= 0), 
	CONSTRAINT ck_item_weight_mg CHECK (weight_mg >= 0), 
	CONSTRAINT ck_item_sku CHECK (sku <> '' AND sku_key <> ''), 
	CONSTRAINT uq_item_sku_key UNIQUE (sku_key)
);
CREATE TABLE marketplace_setting (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	marketplace VARCHAR DEFAULT '' NOT NULL, 
	enabled BOOLEAN DEFAULT 1 NOT NULL, 
	position INTEGER DEFAULT 0 NOT NULL, 
	handle VARCHAR DEFAULT '' NOT NULL, 
	link VARCHAR DEFAULT '' NOT NULL, 
	own_label BOOLEAN DEFAULT 0 NOT NULL, 
	shipping_minor INTEGER DEFAULT 0 NOT NULL, 
	tax_percent VARCHAR DEFAULT '0' NOT NULL, 
	postage_minor INTEGER DEFAULT 0 NOT NULL, 
	supplies_minor INTEGER DEFAULT 0 NOT NULL, 
	CONSTRAINT ck_marketplace_setting_shipping_minor CHECK (shipping_minor BETWEEN 0 AND 1000000000000000), 
	CONSTRAINT ck_marketplace_setting_postage_minor CHECK (postage_minor BETWEEN 0 AND 1000000000000000), 
	CONSTRAINT ck_marketplace_setting_supplies_minor CHECK (supplies_minor BETWEEN 0 AND 1000000000000000), 
	CONSTRAINT uq_marketplace_setting_marketplace UNIQUE (marketplace)
);
CREATE TABLE meta (
	"key" VARCHAR NOT NULL, 
	value VARCHAR DEFAULT '' NOT NULL, 
	CONSTRAINT pk_meta PRIMARY KEY ("key")
);
CREATE TABLE own_stock (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	name_key VARCHAR DEFAULT '' NOT NULL, 
	stock VARCHAR DEFAULT '' NOT NULL, 
	CONSTRAINT uq_own_stock_name_key UNIQUE (name_key)
);
CREATE TABLE photo_look (
	id INTEGER NOT NULL, 
	sha256 VARCHAR NOT NULL, 
	measured_by INTEGER DEFAULT 0 NOT NULL, 
	measures VARCHAR DEFAULT '' NOT NULL, 
	vector BLOB DEFAULT '' NOT NULL, 
	read_by INTEGER DEFAULT 0 NOT NULL, 
	reading VARCHAR DEFAULT '' NOT NULL, 
	CONSTRAINT pk_photo_look PRIMARY KEY (id), 
	CONSTRAINT uq_photo_look_sha256 UNIQUE (sha256)
);
CREATE TABLE print_run (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	at VARCHAR(27) NOT NULL, 
	label VARCHAR DEFAULT '' NOT NULL, 
	requests VARCHAR DEFAULT '' NOT NULL, 
	printer VARCHAR DEFAULT '' NOT NULL, 
	pages INTEGER DEFAULT 0 NOT NULL, 
	done_pages INTEGER DEFAULT 0 NOT NULL, 
	outcome VARCHAR DEFAULT 'saved' NOT NULL, 
	CONSTRAINT ck_print_run_outcome CHECK (outcome IN ('saved', 'printed', 'stopped'))
);
CREATE TABLE saved_view (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	position INTEGER DEFAULT 0 NOT NULL, 
	name VARCHAR DEFAULT '' NOT NULL, 
	"query" VARCHAR DEFAULT '' NOT NULL, 
	sort VARCHAR DEFAULT '' NOT NULL
);
CREATE TABLE seen_file (
	id INTEGER NOT NULL, 
	path VARCHAR NOT NULL, 
	size INTEGER DEFAULT 0 NOT NULL, 
	modified_ns INTEGER DEFAULT 0 NOT NULL, 
	sha256 VARCHAR DEFAULT '' NOT NULL, 
	CONSTRAINT pk_seen_file PRIMARY KEY (id), 
	CONSTRAINT uq_seen_file_path UNIQUE (path)
);
CREATE TABLE shop (
	id INTEGER NOT NULL, 
	name VARCHAR DEFAULT '' NOT NULL, 
	tagline VARCHAR DEFAULT '' NOT NULL, 
	owner VARCHAR DEFAULT '' NOT NULL, 
	country VARCHAR DEFAULT 'US' NOT NULL, 
	currency VARCHAR DEFAULT 'USD' NOT NULL, 
	locale VARCHAR DEFAULT 'en_US' NOT NULL, 
	units VARCHAR DEFAULT 'imperial' NOT NULL, 
	address_name VARCHAR DEFAULT '' NOT NULL, 
	line1 VARCHAR DEFAULT '' NOT NULL, 
	line2 VARCHAR DEFAULT '' NOT NULL, 
	city VARCHAR DEFAULT '' NOT NULL, 
	region VARCHAR DEFAULT '' NOT NULL, 
	postal_code VARCHAR DEFAULT '' NOT NULL, 
	logo_photo VARCHAR DEFAULT '' NOT NULL, 
	link VARCHAR DEFAULT '' NOT NULL, 
	slip_note VARCHAR DEFAULT '' NOT NULL, 
	return_words VARCHAR DEFAULT '' NOT NULL, 
	card_note VARCHAR DEFAULT '' NOT NULL, 
	sign_off VARCHAR DEFAULT '' NOT NULL, 
	sku_pattern VARCHAR DEFAULT '' NOT NULL, 
	packing_steps TEXT DEFAULT '[]' NOT NULL, 
	ship_within_days INTEGER DEFAULT 2 NOT NULL, 
	card_stock VARCHAR DEFAULT '' NOT NULL, 
	slip_stock VARCHAR DEFAULT '' NOT NULL, 
	label_stock VARCHAR DEFAULT '' NOT NULL, 
	first_steps_hidden BOOLEAN DEFAULT 0 NOT NULL, 
	sample BOOLEAN DEFAULT 0 NOT NULL, 
	card_design VARCHAR DEFAULT '' NOT NULL, 
	address_stock VARCHAR DEFAULT '' NOT NULL, 
	tax_number VARCHAR DEFAULT '' NOT NULL, 
	CONSTRAINT pk_shop PRIMARY KEY (id), 
	CONSTRAINT ck_shop_only_one CHECK (id = 1), 
	CONSTRAINT ck_shop_units CHECK (units IN ('imperial', 'metric', 'mixed'))
);
CREATE TABLE step (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	label VARCHAR DEFAULT '' NOT NULL, 
	kind VARCHAR DEFAULT '' NOT NULL, 
	at VARCHAR(27) NOT NULL, 
	state VARCHAR DEFAULT 'done' NOT NULL, 
	CONSTRAINT ck_step_state CHECK (state IN ('done', 'undone', 'dropped'))
);
CREATE TABLE supply (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	position INTEGER DEFAULT 0 NOT NULL, 
	name VARCHAR DEFAULT '' NOT NULL, 
	unit VARCHAR DEFAULT '' NOT NULL, 
	reorder_at INTEGER DEFAULT 0 NOT NULL, 
	archived BOOLEAN DEFAULT 0 NOT NULL, 
	CONSTRAINT ck_supply_reorder_at CHECK (reorder_at >= 0)
);
CREATE TABLE change (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	step_id INTEGER NOT NULL, 
	table_name VARCHAR DEFAULT '' NOT NULL, 
	row_id INTEGER NOT NULL, 
	item_id INTEGER, 
	order_id INTEGER, 
	"before" VARCHAR, 
	"after" VARCHAR, 
	CONSTRAINT fk_change_step_id_step FOREIGN KEY(step_id) REFERENCES step (id)
);
CREATE TABLE intake_group (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	intake_id INTEGER NOT NULL, 
	position INTEGER DEFAULT 0 NOT NULL, 
	facts TEXT DEFAULT '{}' NOT NULL, 
	dismissed TEXT DEFAULT '[]' NOT NULL, 
	item_id INTEGER, 
	CONSTRAINT fk_intake_group_intake_id_intake FOREIGN KEY(intake_id) REFERENCES intake (id), 
	CONSTRAINT fk_intake_group_item_id_item FOREIGN KEY(item_id) REFERENCES item (id)
);
CREATE TABLE listing (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	item_id INTEGER NOT NULL, 
	marketplace VARCHAR DEFAULT '' NOT NULL, 
	url VARCHAR DEFAULT '' NOT NULL, 
	price_minor INTEGER, 
	since DATE, 
	state VARCHAR DEFAULT 'live' NOT NULL, 
	ended_on DATE, 
	CONSTRAINT uq_listing_item_id_marketplace UNIQUE (item_id, marketplace), 
	CONSTRAINT ck_listing_price_minor CHECK (price_minor BETWEEN 0 AND 1000000000000000), 
	CONSTRAINT ck_listing_state CHECK (state IN ('live', 'ended', 'sold')), 
	CONSTRAINT fk_listing_item_id_item FOREIGN KEY(item_id) REFERENCES item (id)
);
CREATE TABLE orders (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	number INTEGER NOT NULL, 
	marketplace VARCHAR DEFAULT '' NOT NULL, 
	marketplace_number VARCHAR DEFAULT '' NOT NULL, 
	buyer_id INTEGER, 
	currency VARCHAR DEFAULT 'USD' NOT NULL, 
	sale_currency VARCHAR DEFAULT '' NOT NULL, 
	rate VARCHAR, 
	sold_on DATE NOT NULL, 
	sold_at VARCHAR(27) NOT NULL, 
	ship_by DATE, 
	packed_at VARCHAR(27), 
	shipped_on DATE, 
	delivered_on DATE, 
	cancelled_on DATE, 
	discount_minor INTEGER DEFAULT 0 NOT NULL, 
	shipping_minor INTEGER DEFAULT 0 NOT NULL, 
	own_label BOOLEAN DEFAULT 0 NOT NULL, 
	postage_minor INTEGER DEFAULT 0 NOT NULL, 
	supplies_minor INTEGER DEFAULT 0 NOT NULL, 
	tax_minor INTEGER DEFAULT 0 NOT NULL, 
	fee_expected_minor INTEGER DEFAULT 0 NOT NULL, 
	fee_charged_minor INTEGER, 
	fee_rule VARCHAR DEFAULT '' NOT NULL, 
	tracking VARCHAR DEFAULT '' NOT NULL, 
	carrier VARCHAR DEFAULT '' NOT NULL, 
	gift BOOLEAN DEFAULT 0 NOT NULL, 
	note VARCHAR DEFAULT '' NOT NULL, 
	message VARCHAR DEFAULT '' NOT NULL, 
	notes VARCHAR DEFAULT '' NOT NULL, 
	weight_mg INTEGER, 
	parcel VARCHAR DEFAULT '' NOT NULL, 
	deleted_at VARCHAR(27), 
	printed_at VARCHAR(27), 
	card_text_id INTEGER, 
	supplies_estimate_minor INTEGER, 
	gift_message VARCHAR DEFAULT '' NOT NULL, 
	CONSTRAINT ck_orders_discount_minor CHECK (discount_minor BETWEEN 0 AND 1000000000000000), 
	CONSTRAINT ck_orders_shipping_minor CHECK (shipping_minor BETWEEN 0 AND 1000000000000000), 
	CONSTRAINT ck_orders_postage_minor CHECK (postage_minor BETWEEN 0 AND 1000000000000000), 
	CONSTRAINT ck_orders_supplies_minor CHECK (supplies_minor BETWEEN 0 AND 1000000000000000), 
	CONSTRAINT ck_orders_tax_minor CHECK (tax_minor BETWEEN 0 AND 1000000000000000), 
	CONSTRAINT ck_orders_fee_expected_minor CHECK (fee_expected_minor BETWEEN 0 AND 1000000000000000), 
	CONSTRAINT ck_orders_fee_charged_minor CHECK (fee_charged_minor BETWEEN 0 AND 1000000000000000), 
	CONSTRAINT ck_orders_number CHECK (number > 0), 
	CONSTRAINT ck_orders_weight_mg CHECK (weight_mg >= 0), 
	CONSTRAINT ck_orders_currency CHECK (length(currency) = 3), 
	CONSTRAINT uq_orders_number UNIQUE (number), 
	CONSTRAINT fk_orders_buyer_id_buyer FOREIGN KEY(buyer_id) REFERENCES buyer (id)
);
CREATE TABLE supply_lot (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	supply_id INTEGER NOT NULL, 
	bought_on DATE, 
	quantity INTEGER DEFAULT 1 NOT NULL, 
	cost_minor INTEGER DEFAULT 0 NOT NULL, 
	CONSTRAINT ck_supply_lot_cost_minor CHECK (cost_minor BETWEEN 0 AND 1000000000000000), 
	CONSTRAINT ck_supply_lot_quantity CHECK (quantity > 0), 
	CONSTRAINT fk_supply_lot_supply_id_supply FOREIGN KEY(supply_id) REFERENCES supply (id)
);
CREATE TABLE order_file (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	order_id INTEGER NOT NULL, 
	kind VARCHAR DEFAULT '' NOT NULL, 
	sha256 VARCHAR NOT NULL, 
	extension VARCHAR DEFAULT '' NOT NULL, 
	original_name VARCHAR DEFAULT '' NOT NULL, 
	size_bytes INTEGER DEFAULT 0 NOT NULL, 
	added_at VARCHAR(27) NOT NULL, 
	printed_at VARCHAR(27), 
	CONSTRAINT ck_order_file_kind CHECK (kind IN ('label', 'parcel_photo')), 
	CONSTRAINT ck_order_file_sha256 CHECK (length(sha256) = 64), 
	CONSTRAINT uq_order_file_order_id_kind_sha256 UNIQUE (order_id, kind, sha256), 
	CONSTRAINT fk_order_file_order_id_orders FOREIGN KEY(order_id) REFERENCES orders (id)
);
CREATE TABLE order_line (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	order_id INTEGER NOT NULL, 
	item_id INTEGER, 
	position INTEGER DEFAULT 0 NOT NULL, 
	sku VARCHAR DEFAULT '' NOT NULL, 
	title VARCHAR DEFAULT '' NOT NULL, 
	price_minor INTEGER DEFAULT 0 NOT NULL, 
	cost_minor INTEGER, 
	state VARCHAR DEFAULT 'sold' NOT NULL, 
	returned_on DATE, 
	restocked BOOLEAN DEFAULT 0 NOT NULL, 
	checked_at VARCHAR(27), 
	CONSTRAINT ck_order_line_price_minor CHECK (price_minor BETWEEN 0 AND 1000000000000000), 
	CONSTRAINT ck_order_line_cost_minor CHECK (cost_minor BETWEEN 0 AND 1000000000000000), 
	CONSTRAINT ck_order_line_state CHECK (state IN ('sold', 'packed', 'shipped', 'delivered', 'returned', 'cancelled')), 
	CONSTRAINT fk_order_line_order_id_orders FOREIGN KEY(order_id) REFERENCES orders (id), 
	CONSTRAINT fk_order_line_item_id_item FOREIGN KEY(item_id) REFERENCES item (id)
);
CREATE TABLE order_match (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	order_id INTEGER NOT NULL, 
	item_id INTEGER NOT NULL, 
	position INTEGER DEFAULT 0 NOT NULL, 
	reason VARCHAR DEFAULT '' NOT NULL, 
	kept_until DATE, 
	CONSTRAINT uq_order_match_order_id_item_id UNIQUE (order_id, item_id), 
	CONSTRAINT fk_order_match_order_id_orders FOREIGN KEY(order_id) REFERENCES orders (id), 
	CONSTRAINT fk_order_match_item_id_item FOREIGN KEY(item_id) REFERENCES item (id)
);
CREATE TABLE packing_tick (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	order_id INTEGER NOT NULL, 
	step VARCHAR DEFAULT '' NOT NULL, 
	ticked_at VARCHAR(27) NOT NULL, 
	CONSTRAINT uq_packing_tick_order_id_step UNIQUE (order_id, step), 
	CONSTRAINT fk_packing_tick_order_id_orders FOREIGN KEY(order_id) REFERENCES orders (id)
);
CREATE TABLE photo (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	item_id INTEGER, 
	position INTEGER DEFAULT 0 NOT NULL, 
	sha256 VARCHAR NOT NULL, 
	extension VARCHAR DEFAULT '' NOT NULL, 
	recipe VARCHAR DEFAULT '' NOT NULL, 
	left_out BOOLEAN DEFAULT 0 NOT NULL, 
	width INTEGER DEFAULT 0 NOT NULL, 
	height INTEGER DEFAULT 0 NOT NULL, 
	size_bytes INTEGER DEFAULT 0 NOT NULL, 
	original_name VARCHAR DEFAULT '' NOT NULL, 
	taken_at VARCHAR(27), 
	caption VARCHAR DEFAULT '' NOT NULL, 
	kind VARCHAR DEFAULT '' NOT NULL, 
	group_id INTEGER, 
	seam INTEGER DEFAULT 0 NOT NULL, 
	settled BOOLEAN DEFAULT 0 NOT NULL, 
	CONSTRAINT ck_photo_sha256 CHECK (length(sha256) = 64), 
	CONSTRAINT ck_photo_seam CHECK (seam BETWEEN 0 AND 1000), 
	CONSTRAINT fk_photo_item_id_item FOREIGN KEY(item_id) REFERENCES item (id), 
	CONSTRAINT fk_photo_group_id_intake_group FOREIGN KEY(group_id) REFERENCES intake_group (id)
);
CREATE TABLE refund (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	order_id INTEGER NOT NULL, 
	amount_minor INTEGER DEFAULT 0 NOT NULL, 
	given_on DATE NOT NULL, 
	reason VARCHAR DEFAULT '' NOT NULL, 
	CONSTRAINT ck_refund_amount_minor CHECK (amount_minor BETWEEN 0 AND 1000000000000000), 
	CONSTRAINT fk_refund_order_id_orders FOREIGN KEY(order_id) REFERENCES orders (id)
);
CREATE TABLE supply_use (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	order_id INTEGER NOT NULL, 
	supply_id INTEGER NOT NULL, 
	lot_id INTEGER, 
	step VARCHAR DEFAULT '' NOT NULL, 
	quantity INTEGER DEFAULT 1 NOT NULL, 
	cost_minor INTEGER DEFAULT 0 NOT NULL, 
	CONSTRAINT ck_supply_use_cost_minor CHECK (cost_minor BETWEEN 0 AND 1000000000000000), 
	CONSTRAINT ck_supply_use_quantity CHECK (quantity > 0), 
	CONSTRAINT fk_supply_use_order_id_orders FOREIGN KEY(order_id) REFERENCES orders (id), 
	CONSTRAINT fk_supply_use_supply_id_supply FOREIGN KEY(supply_id) REFERENCES supply (id), 
	CONSTRAINT fk_supply_use_lot_id_supply_lot FOREIGN KEY(lot_id) REFERENCES supply_lot (id)
);
CREATE TABLE task (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	kind VARCHAR DEFAULT 'take_down' NOT NULL, 
	order_id INTEGER, 
	item_id INTEGER, 
	marketplace VARCHAR DEFAULT '' NOT NULL, 
	created_at VARCHAR(27) NOT NULL, 
	done_at VARCHAR(27), 
	CONSTRAINT ck_task_kind CHECK (kind IN ('take_down')), 
	CONSTRAINT fk_task_order_id_orders FOREIGN KEY(order_id) REFERENCES orders (id), 
	CONSTRAINT fk_task_item_id_item FOREIGN KEY(item_id) REFERENCES item (id)
);
CREATE TABLE flaw_pin (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	item_id INTEGER NOT NULL, 
	photo_id INTEGER NOT NULL, 
	x INTEGER DEFAULT 0 NOT NULL, 
	y INTEGER DEFAULT 0 NOT NULL, 
	words VARCHAR DEFAULT '' NOT NULL, 
	CONSTRAINT ck_flaw_pin_place CHECK (x BETWEEN 0 AND 10000 AND y BETWEEN 0 AND 10000), 
	CONSTRAINT fk_flaw_pin_item_id_item FOREIGN KEY(item_id) REFERENCES item (id), 
	CONSTRAINT fk_flaw_pin_photo_id_photo FOREIGN KEY(photo_id) REFERENCES photo (id)
);
CREATE INDEX ix_buyer_handle ON buyer (handle);
CREATE INDEX ix_item_status ON item (status);
CREATE INDEX ix_item_trash ON item (deleted_at);
CREATE INDEX ix_step_state ON step (state);
CREATE INDEX ix_change_item_id ON change (item_id);
CREATE INDEX ix_change_order_id ON change (order_id);
CREATE INDEX ix_change_step_id ON change (step_id);
CREATE INDEX ix_intake_group_intake_id ON intake_group (intake_id);
CREATE INDEX ix_intake_group_item_id ON intake_group (item_id);
CREATE INDEX ix_listing_item_id ON listing (item_id);
CREATE INDEX ix_orders_buyer_id ON orders (buyer_id);
CREATE INDEX ix_orders_marketplace ON orders (marketplace);
CREATE INDEX ix_orders_marketplace_number ON orders (marketplace_number);
CREATE INDEX ix_orders_sold_on ON orders (sold_on);
CREATE INDEX ix_supply_lot_supply_id ON supply_lot (supply_id);
CREATE INDEX ix_order_file_order_id ON order_file (order_id);
CREATE INDEX ix_order_file_sha256 ON order_file (sha256);
CREATE INDEX ix_order_line_item_id ON order_line (item_id);
CREATE INDEX ix_order_line_order_id ON order_line (order_id);
CREATE INDEX ix_order_match_item_id ON order_match (item_id);
CREATE INDEX ix_order_match_order_id ON order_match (order_id);
CREATE INDEX ix_packing_tick_order_id ON packing_tick (order_id);
CREATE INDEX ix_photo_group_id ON photo (group_id);
CREATE INDEX ix_photo_item_id_position ON photo (item_id, position);
CREATE INDEX ix_photo_sha256 ON photo (sha256);
CREATE INDEX ix_refund_order_id ON refund (order_id);
CREATE INDEX ix_supply_use_lot_id ON supply_use (lot_id);
CREATE INDEX ix_supply_use_order_id ON supply_use (order_id);
CREATE INDEX ix_supply_use_supply_id ON supply_use (supply_id);
CREATE INDEX ix_task_item_id ON task (item_id);
CREATE INDEX ix_task_order_id ON task (order_id);
CREATE INDEX ix_flaw_pin_item_id ON flaw_pin (item_id);
CREATE INDEX ix_flaw_pin_photo_id ON flaw_pin (photo_id);
CREATE VIRTUAL TABLE item_search USING fts5(title, words, content='', prefix='1 2', columnsize=0, tokenize="unicode61 remove_diacritics 0 categories 'L* N* M* So'");
CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL, CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num));
INSERT INTO "buyer" VALUES (1, 'Tessa', '', '', '', '', '', '', '', '', '', '');
INSERT INTO "buyer" VALUES (2, 'Buyer 1001', '', '', '', '', '', '', '', '', '', '');
INSERT INTO "item" VALUES (1, 'JL-0001', 'jl-0001', 'Breton tee, 니트', 'Madewell', '', '', '', '', '', '["Cream"]', '[]', '', '', '[]', '', '{}', NULL, '', '', 1, '', NULL, 600, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'business', '', '[]', 'draft', 'draft', '', NULL, NULL, '2026-11-22T14:32:00.000000Z', '2026-11-22T14:32:00.000000Z', NULL, NULL, '', 600, 1, '', '[]');
INSERT INTO "meta" VALUES ('search', '1');
INSERT INTO "step" VALUES (1, 'Settle', '', '2026-11-22T14:32:00.000000Z', 'done');
INSERT INTO "step" VALUES (2, 'Add a piece', '', '2026-11-22T14:32:00.000000Z', 'done');
INSERT INTO "change" VALUES (1, 1, 'buyer', 1, NULL, NULL, NULL, '{"id":1,"name":"Tessa","handle":"","email":"","line1":"","line2":"","city":"","region":"","postal_code":"","country":"","notes":"","language":""}');
INSERT INTO "change" VALUES (2, 2, 'item', 1, 1, NULL, NULL, '{"id":1,"sku":"JL-0001","sku_key":"jl-0001","title":"Breton tee, 니트","brand":"Madewell","department":"","category":"","subcategory":"","size_system":"","size":"","colors":"[\"Cream\"]","other_colors":"[]","condition":"","material":"","style_words":"[]","description":"","measurements":"{}","weight_mg":null,"flaws":"","bin":"","quantity":1,"source":"","acquired_on":null,"cost_price_minor":600,"cost_tax_minor":null,"cost_inbound_minor":null,"cost_cleaning_minor":null,"original_price_minor":null,"asking_minor":null,"floor_minor":null,"keep_at_least_minor":null,"lowest_asking_minor":null,"ownership":"business","notes":"","tags":"[]","own_status":"draft","status":"draft","archive_reason":"","status_since":null,"listed_since":null,"created_at":"2026-11-22T14:32:00.000000Z","updated_at":"2026-11-22T14:32:00.000000Z","deleted_at":null,"upc":"","dismissed":"[]"}');
INSERT INTO "change" VALUES (3, 2, 'photo', 1, 1, NULL, NULL, '{"id":1,"item_id":1,"position":0,"sha256":"0000000000000000000000000000000100000000000000000000000000000000","extension":".jpg","recipe":"","left_out":0,"width":0,"height":0,"size_bytes":0,"original_name":"","taken_at":null,"caption":"","kind":"","group_id":null,"seam":0,"settled":0}');
INSERT INTO "change" VALUES (4, 2, 'listing', 1, 1, NULL, NULL, '{"id":1,"item_id":1,"marketplace":"ebay","url":"","price_minor":3400,"since":null,"state":"live","ended_on":null}');
INSERT INTO "change" VALUES (5, 2, 'buyer', 2, NULL, NULL, NULL, '{"id":2,"name":"Buyer 1001","handle":"","email":"","line1":"","line2":"","city":"","region":"","postal_code":"","country":"","notes":"","language":""}');
INSERT INTO "change" VALUES (6, 2, 'orders', 1, NULL, 1, NULL, '{"id":1,"number":1001,"marketplace":"ebay","marketplace_number":"","buyer_id":2,"currency":"USD","sale_currency":"","rate":null,"sold_on":"2026-11-22","sold_at":"2026-11-22T14:32:00.000000Z","ship_by":null,"packed_at":null,"shipped_on":null,"delivered_on":null,"cancelled_on":null,"discount_minor":0,"shipping_minor":0,"own_label":0,"postage_minor":0,"supplies_minor":0,"tax_minor":0,"fee_expected_minor":0,"fee_charged_minor":null,"fee_rule":"","tracking":"","carrier":"","gift":0,"note":"","message":"","notes":"","weight_mg":null,"parcel":"","deleted_at":null,"printed_at":null,"card_text_id":null,"supplies_estimate_minor":null,"gift_message":""}');
INSERT INTO "change" VALUES (7, 2, 'order_line', 1, 1, 1, NULL, '{"id":1,"order_id":1,"item_id":1,"position":0,"sku":"JL-0001","title":"Breton tee, 니트","price_minor":1000,"cost_minor":null,"state":"sold","returned_on":null,"restocked":0,"checked_at":null}');
INSERT INTO "listing" VALUES (1, 1, 'ebay', '', 3400, NULL, 'live', NULL);
INSERT INTO "orders" VALUES (1, 1001, 'ebay', '', 2, 'USD', '', NULL, '2026-11-22', '2026-11-22T14:32:00.000000Z', NULL, NULL, NULL, NULL, NULL, 0, 0, 0, 0, 0, 0, 0, NULL, '', '', '', 0, '', '', '', NULL, '', NULL, NULL, NULL, NULL, '');
INSERT INTO "order_line" VALUES (1, 1, 1, 0, 'JL-0001', 'Breton tee, 니트', 1000, NULL, 'sold', NULL, 0, NULL);
INSERT INTO "photo" VALUES (1, 1, 0, '0000000000000000000000000000000100000000000000000000000000000000', '.jpg', '', 0, 0, 0, 0, '', NULL, '', '', NULL, 0, 0);
INSERT INTO "alembic_version" VALUES ('0003');
INSERT INTO item_search(rowid, title, words) SELECT item.id, search_tokens(item.title), search_tokens(item.sku, item.brand, item.department, item.category, item.subcategory, item.size, item.colors, item.other_colors, item.condition, item.material, item.style_words, item.tags, item.bin, item.source, item.notes, item.flaws, item.description) FROM item;
CREATE TRIGGER item_search_insert AFTER INSERT ON item BEGIN INSERT INTO item_search(rowid, title, words) VALUES (new.id, search_tokens(new.title), search_tokens(new.sku, new.brand, new.department, new.category, new.subcategory, new.size, new.colors, new.other_colors, new.condition, new.material, new.style_words, new.tags, new.bin, new.source, new.notes, new.flaws, new.description)); END;
CREATE TRIGGER item_search_delete AFTER DELETE ON item BEGIN INSERT INTO item_search(item_search, rowid, title, words) VALUES ('delete', old.id, search_tokens(old.title), search_tokens(old.sku, old.brand, old.department, old.category, old.subcategory, old.size, old.colors, old.other_colors, old.condition, old.material, old.style_words, old.tags, old.bin, old.source, old.notes, old.flaws, old.description)); END;
CREATE TRIGGER item_search_update AFTER UPDATE OF title, sku, brand, department, category, subcategory, size, colors, other_colors, condition, material, style_words, tags, bin, source, notes, flaws, description ON item BEGIN INSERT INTO item_search(item_search, rowid, title, words) VALUES ('delete', old.id, search_tokens(old.title), search_tokens(old.sku, old.brand, old.department, old.category, old.subcategory, old.size, old.colors, old.other_colors, old.condition, old.material, old.style_words, old.tags, old.bin, old.source, old.notes, old.flaws, old.description)); INSERT INTO item_search(rowid, title, words) VALUES (new.id, search_tokens(new.title), search_tokens(new.sku, new.brand, new.department, new.category, new.subcategory, new.size, new.colors, new.other_colors, new.condition, new.material, new.style_words, new.tags, new.bin, new.source, new.notes, new.flaws, new.description)); END;
CREATE TRIGGER item_cost_insert AFTER INSERT ON item BEGIN UPDATE item SET cost_minor = (cost_price_minor + ifnull(cost_tax_minor, 0) + ifnull(cost_inbound_minor, 0) + ifnull(cost_cleaning_minor, 0)) WHERE id = new.id AND cost_minor IS NOT (cost_price_minor + ifnull(cost_tax_minor, 0) + ifnull(cost_inbound_minor, 0) + ifnull(cost_cleaning_minor, 0)); END;
CREATE TRIGGER item_cost_update AFTER UPDATE OF cost_price_minor, cost_tax_minor, cost_inbound_minor, cost_cleaning_minor ON item BEGIN UPDATE item SET cost_minor = (cost_price_minor + ifnull(cost_tax_minor, 0) + ifnull(cost_inbound_minor, 0) + ifnull(cost_cleaning_minor, 0)) WHERE id = new.id AND cost_minor IS NOT (cost_price_minor + ifnull(cost_tax_minor, 0) + ifnull(cost_inbound_minor, 0) + ifnull(cost_cleaning_minor, 0)); END;
CREATE TRIGGER item_cover_insert AFTER INSERT ON item BEGIN UPDATE item SET cover_photo_id = (SELECT id FROM photo WHERE item_id = new.id AND NOT left_out ORDER BY position, id LIMIT 1) WHERE id = new.id AND cover_photo_id IS NOT (SELECT id FROM photo WHERE item_id = new.id AND NOT left_out ORDER BY position, id LIMIT 1); END;
CREATE TRIGGER photo_cover_insert AFTER INSERT ON photo BEGIN UPDATE item SET cover_photo_id = (SELECT id FROM photo WHERE item_id = new.item_id AND NOT left_out ORDER BY position, id LIMIT 1) WHERE id = new.item_id AND cover_photo_id IS NOT (SELECT id FROM photo WHERE item_id = new.item_id AND NOT left_out ORDER BY position, id LIMIT 1); END;
CREATE TRIGGER photo_cover_delete AFTER DELETE ON photo BEGIN UPDATE item SET cover_photo_id = (SELECT id FROM photo WHERE item_id = old.item_id AND NOT left_out ORDER BY position, id LIMIT 1) WHERE id = old.item_id AND cover_photo_id IS NOT (SELECT id FROM photo WHERE item_id = old.item_id AND NOT left_out ORDER BY position, id LIMIT 1); END;
CREATE TRIGGER photo_cover_update AFTER UPDATE OF item_id, position, left_out ON photo BEGIN UPDATE item SET cover_photo_id = (SELECT id FROM photo WHERE item_id = old.item_id AND NOT left_out ORDER BY position, id LIMIT 1) WHERE id = old.item_id AND cover_photo_id IS NOT (SELECT id FROM photo WHERE item_id = old.item_id AND NOT left_out ORDER BY position, id LIMIT 1); UPDATE item SET cover_photo_id = (SELECT id FROM photo WHERE item_id = new.item_id AND NOT left_out ORDER BY position, id LIMIT 1) WHERE id = new.item_id AND cover_photo_id IS NOT (SELECT id FROM photo WHERE item_id = new.item_id AND NOT left_out ORDER BY position, id LIMIT 1); END;
PRAGMA application_id = 1129075540;
PRAGMA user_version = 3;
