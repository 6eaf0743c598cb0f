BEGIN TRANSACTION;
CREATE TABLE account (
	id CHAR(32) NOT NULL, 
	name VARCHAR NOT NULL, 
	display VARCHAR NOT NULL, 
	role VARCHAR NOT NULL, 
	password VARCHAR, 
	disabled BOOLEAN NOT NULL, 
	on_call BOOLEAN NOT NULL, 
	seen_at DOUBLE NOT NULL, 
	created_at DOUBLE NOT NULL, 
	PRIMARY KEY (id), 
	UNIQUE (name)
);
CREATE TABLE alarm (
	id CHAR(32) NOT NULL, 
	visit_id CHAR(32) NOT NULL, 
	rule VARCHAR NOT NULL, 
	level VARCHAR NOT NULL, 
	why VARCHAR NOT NULL, 
	quiet BOOLEAN NOT NULL, 
	raised_at VARCHAR NOT NULL, 
	acknowledged_by VARCHAR, 
	acknowledged_role VARCHAR, 
	acknowledged_at DOUBLE, 
	PRIMARY KEY (id), 
	FOREIGN KEY(visit_id) REFERENCES visit (id)
);
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('20261124_02');
CREATE TABLE audit (
	seq INTEGER NOT NULL, 
	at DOUBLE NOT NULL, 
	actor VARCHAR NOT NULL, 
	action VARCHAR NOT NULL, 
	route VARCHAR NOT NULL, 
	target VARCHAR NOT NULL, 
	outcome VARCHAR NOT NULL, 
	address VARCHAR NOT NULL, 
	hash BLOB NOT NULL, 
	PRIMARY KEY (seq)
);
INSERT INTO "audit" VALUES(1,1.79569207141634321206e+09,'station:e2b9c676-4de5-4131-a4eb-090699efdc6f','enrol','POST /.well-known/est/simpleenroll','','200','127.0.0.1',X'A7803D5C601F6F8DB94B7CE0A909ADB97AF1BB14BC007F3840CEBCE6AC58D1EF');
INSERT INTO "audit" VALUES(2,1.79569207144016504285e+09,'station:e2b9c676-4de5-4131-a4eb-090699efdc6f','envelopes','POST /station/v1/envelopes','','200','127.0.0.1',X'E908907B831DA0F4819B4A9252BA068D7102E79BF5CDCB73A37DE43BAAC59B2B');
CREATE TABLE call (
	id CHAR(32) NOT NULL, 
	visit_id CHAR(32) NOT NULL, 
	account_id CHAR(32) NOT NULL, 
	started_at DOUBLE NOT NULL, 
	ended_at DOUBLE, 
	reason VARCHAR NOT NULL, 
	"offset" INTEGER NOT NULL, 
	offer_generation INTEGER NOT NULL, 
	offer VARCHAR NOT NULL, 
	answer_generation INTEGER NOT NULL, 
	answer VARCHAR NOT NULL, 
	answer_sent BOOLEAN NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(account_id) REFERENCES account (id), 
	FOREIGN KEY(visit_id) REFERENCES visit (id)
);
CREATE TABLE chain_gap (
	id INTEGER NOT NULL, 
	station_id CHAR(32) NOT NULL, 
	store_id CHAR(32) NOT NULL, 
	lane VARCHAR NOT NULL, 
	seq INTEGER NOT NULL, 
	kind VARCHAR NOT NULL, 
	noted_at DOUBLE NOT NULL, 
	closed_at DOUBLE, 
	PRIMARY KEY (id), 
	FOREIGN KEY(station_id) REFERENCES station (id), 
	UNIQUE (station_id, store_id, lane, seq, kind)
);
CREATE TABLE chat (
	id CHAR(32) NOT NULL, 
	visit_id CHAR(32) NOT NULL, 
	at VARCHAR NOT NULL, 
	sender VARCHAR NOT NULL, 
	text VARCHAR NOT NULL, 
	account_id CHAR(32), 
	PRIMARY KEY (id), 
	FOREIGN KEY(account_id) REFERENCES account (id), 
	FOREIGN KEY(visit_id) REFERENCES visit (id)
);
CREATE TABLE enrol_code (
	hash BLOB NOT NULL, 
	station_id CHAR(32) NOT NULL, 
	expires_at DOUBLE NOT NULL, 
	used_at DOUBLE, 
	PRIMARY KEY (hash), 
	FOREIGN KEY(station_id) REFERENCES station (id)
);
INSERT INTO "enrol_code" VALUES(X'6B9F203506C307CDAD081207D3FFA664A47BFD64F0E9E7E2BEE7F93A1659BA1D','e2b9c6764de54131a4eb090699efdc6f',1.7956929713137571811e+09,1.79569207140960121157e+09);
CREATE TABLE envelope (
	"row" INTEGER NOT NULL, 
	id CHAR(32) NOT NULL, 
	station_id CHAR(32) NOT NULL, 
	store_id CHAR(32) NOT NULL, 
	lane VARCHAR NOT NULL, 
	seq INTEGER NOT NULL, 
	hash BLOB NOT NULL, 
	signed BLOB NOT NULL, 
	received_at DOUBLE NOT NULL, 
	state VARCHAR NOT NULL, 
	PRIMARY KEY ("row"), 
	FOREIGN KEY(station_id) REFERENCES station (id), 
	UNIQUE (id)
);
INSERT INTO "envelope" VALUES(1,'72581ee4e1f7485399fac63f47c14e03','e2b9c6764de54131a4eb090699efdc6f','9deb8614ca1f493ea1459dcd58a76a84','document',1,X'6FEF548B29CA3C72461FA61FBCAFC774427575DD30629DC55F17C11DAC5E38E8',X'94C5022E9F01D92437323538316565342D653166372D343835332D393966612D633633663437633134653033D92465326239633637362D346465352D343133312D613465622D303930363939656664633666D92439646562383631342D636131662D343933652D613134352D396463643538613736613834A8646F63756D656E74C4105E4B7B2428474749BE9700846745350B01C4200000000000000000000000000000000000000000000000000000000000000000C408EA3EAD917A52A070B363617265706F73742E646F63756D656E742F310000D92437336261363966352D346264662D343138612D623335332D613533353936383765306262CD0130C50130733B562BFB63812710C28B0E979D28E4939B1649B9F975FFE69C2C2287F6DA737237B8309F6C4952740B34827C5DC917000A120879326CD2B6A1FAC8B8222B384B39579D76253438B1941C1FA3F79077EFEA5CF7BCBDE088CA9F7C2332A53FC28622E7BA814F07170D36BCB9C80EA02199992BA2D19952DACD51909FEC23ECDD8A25B11E78AED2764B84730E6CA03B7271D5A6B829D73F43D7DD9AC25D63BCE5C8AF5BE6E4A7BA587DA0CE1CD45A2D98039EC9C1C7D1B1307091D3D74C6085E841199E653311F9272C477C1AF6C399E19D73FE0657316D4750EBF2A0DBE2402429343926039BF2D54DBC1BAEE371A3642C8309B119BEDB0DDCE53C5D859AA20E05643EF12543C1097872C2D233DF4A06828E646CF01003688150BD6DBAD8BBFA5D8E5643B18264D9322A5456BFCA46580092C42101F38023AB937D416C0F8AA35B7514CB443DF6F88E50F83F9D4DAE3096E3D023C5C42101D464BC47E96DA7BC978878BA9A36926D4646A94C807A42DF5B2B3FF9C0364CD9C440E8859355D459C84DF8FB7540772B0746B365FA1D93EED8EA4F972F4736976C5F317688CD32068320431D24E89C0122AB7B69A46334DFFC20BF618BCAC71EBB0D',1.79569207143646693228e+09,'filed');
INSERT INTO "envelope" VALUES(2,'8130f55f109342eca277754acc7f95d6','e2b9c6764de54131a4eb090699efdc6f','9deb8614ca1f493ea1459dcd58a76a84','document',2,X'D9C175F900EFBEB0699548B9041EF9F4DD6B0BCFE3CA202669F6127D02D5B592',X'94C5022E9F01D92438313330663535662D313039332D343265632D613237372D373534616363376639356436D92465326239633637362D346465352D343133312D613465622D303930363939656664633666D92439646562383631342D636131662D343933652D613134352D396463643538613736613834A8646F63756D656E74C4105E4B7B2428474749BE9700846745350B02C4206FEF548B29CA3C72461FA61FBCAFC774427575DD30629DC55F17C11DAC5E38E8C408EA3EAD917A52A070B363617265706F73742E646F63756D656E742F310000D92437336261363966352D346264662D343138612D623335332D613533353936383765306262CD0130C50130F0914BFC249BF04F6F9F2E8D9BF09E16AC5BD23A067A6369CFD3C944C0391230DE40197D17454112808B1FBAEB84948D452CFDFB2324DA775DEA8087C61112AD90F27FEB226CDD86F9F729212164DA2BFA452DE7232D034BE7AB0B91965FD95D0568CB7AED3A40C3FAF6DBA4CEF297F238A69901EAA452A8B60D95DF57DE763F555A854F00BFD325AD48C7C98E1B48DC9C6800C54B65CF0745074BCD3326237FAE9495E95660120C4932A4A3E290222C9B6446E085E0B874D6743AB15096938E8AAEA5EFAE1330FB7BBDEA80FB48BBBFCBCF69AA25546C362ACA26C5C3B9F844991D0AD7DF7FC7A1AE41471AB11F20A87E29704E1A6D84D318C598367F5214491D5FBE7CBAC663F27252509B7A9D5DF16D518EE24A028278B4FDE1716D38B866C4A391A408C6E1D7F1263429CB704C8B0192C4210091B7F0B2E72C56411C26F5C0CCBBE5660DECE8F012739AC5997FE321B20A6CE9C42101D464BC47E96DA7BC978878BA9A36926D4646A94C807A42DF5B2B3FF9C0364CD9C440E8859355D459C84DF8FB7540772B0746B365FA1D93EED8EA4F972F4736976C5F317688CD32068320431D24E89C0122AB7B69A46334DFFC20BF618BCAC71EBB0D',1.79569207143655133239e+09,'filed');
INSERT INTO "envelope" VALUES(3,'bacead0b1edc4b12a79a50e9d005e6c6','e2b9c6764de54131a4eb090699efdc6f','9deb8614ca1f493ea1459dcd58a76a84','document',3,X'A25CE23ECFAA122834BB1314FF72188A953074124548863C08835C5AB337DF71',X'94C5052E9F01D92462616365616430622D316564632D346231322D613739612D353065396430303565366336D92465326239633637362D346465352D343133312D613465622D303930363939656664633666D92439646562383631342D636131662D343933652D613134352D396463643538613736613834A8646F63756D656E74C4105E4B7B2428474749BE9700846745350B03C420D9C175F900EFBEB0699548B9041EF9F4DD6B0BCFE3CA202669F6127D02D5B592C408EA3EAD917A52A070B363617265706F73742E646F63756D656E742F310000D92437336261363966352D346264662D343138612D623335332D613533353936383765306262CD0430C50430DDAB4219E5ABF7D21C9FBA5F1E8A5EDB728D1863FAA72D6A6119AF67B371F60AF71EB1B018258578E59547EFB2C591CE0C9F82D0EC40C7F3761CD8FB95F0B5D7DB5CD8B6E4E1031B21AAD60FFCEA0799AB8C9E40497EF7A60303F87C1C55EFCF6F8E6D0F5FCFDD0B2DF9176D90322ED8B009370758F01D4991D5C1F724BA0434BA8A2AD7DAD515A6F915064EBEFB85845878CF2582666C9E9FE97454515D6DAAC180F0C0AEE00EAA545723BBBE506E298F84F881788BFA30F5B03E4A0E3A8930628BA79D0692020BE20771051EAA71AE36860F3DEEB664B58921D5312722DE1B611C19E275456B1D5DC8B196DA481806F65BFFC63EBFF04983CB789F530793CF84F62C1BBF23A0E3B154127371A5DFF2B20E0365E5EC40A9573C051665CA8D9DE2D9EA06E601B0AF5463F354B0087316834ED4692A0D180EC0C428B38A222FFEDA23087EAD1E60D715C720360B0ABEF44EF05E390FED33641EA7605B8EDA8D8E54E801A5BE0CBA7DBD5464582AA669C22A5CB45B03E1E7971EDB5539FC06C4B44D86B96E46E6FC1349EFE7B9942C9979157698ABF80580DFD5A4D2E3EFD7F50DE33BE94F9C62AC2E236D735A039BB88FE3B40833FDB63D79A2D2CA89B44F5B16DB8B3DBD4B7B2EE1570B8AD180EF07DC6A543990F969B1F59D491DB1CA61AA675F7CFF9A4EA617A5B3950427D58D385FD01619D42DB6B5CCE515BF51C76064CEE8C23A7811CB133632D353C1DFAA5F72BE542210B6E4046701C4A2DBD80A3BE96FE8B556244D603D6CE28DE58511578646039C6975FDCE7F5B500587622C3650ADCAC71D24394BCE5623A3F89A0CF0087C82A28B4942C3DA527B0E4CD6182494FC7DBFABD26B19AF2CA013AF7FA7101741D97C483FF7B9C3140BE1A59BB71C10B96D3EF0C20030B87245DE477F21C569C4285B51D2E19FDE1A1308A2702063587CFE279126CAB57FFD09C67AED6D2B97823B8B91B8F4F8C3ED329FAFC4532B6DA63AA3D8B378A7E25C554098789B6D74FD74AE9389448031EA558E36CA431C44A3D4BEE603491A8CD91DBF9A888D30E94785B150B801ED8D725AB5994C0D50EDEDE92FE610C2FE049CFBFE176CBA0588099F792A37FAF21199A8AAFE0E1214F6DD0979E28A2C6F90234681C1859BE5752605950196C98CB6FAB3BFF9DA671B01F5501AF731FDD95BA04ACF2EE8EB16F22DFEBFFEB187AE964325334991784A76E6332BE67235A5CAA51948433C4236C8F665D113EC3D7972263DB19CD4F52B52020730851DE5FFE953B3EEECA7403776F144B6A3E9E33A376EBD9557627F3064032AE90271FF8B7F461AA3FD21C255E3E317C6F4B832822118ADF66A4FEEE879D9AF483AFC5060C731C297AB00B4E986D878615041274D11353031BC72B2404597D9D21EC2021B80BD5A457A1859DA4AC75A3EEEF67778F1024AAEBCB00F9334758975466BAFF94054C1F1A5B70FC234533E2768F5C9197B87CB5B82D5DECB6432615F0C3CC1FB07891A02A8BBF3EE1B0292C421018C149B5B9053494BFF31A11B983BDD87C2ADF3DDDEDE94DA2FFC705DC500FB55C421000ABB227E4C727FE435131ECC00B4D9097363A13A1E84B6DA326B4D4137A312F3C440E8859355D459C84DF8FB7540772B0746B365FA1D93EED8EA4F972F4736976C5F317688CD32068320431D24E89C0122AB7B69A46334DFFC20BF618BCAC71EBB0D',1.79569207143657851217e+09,'filed');
INSERT INTO "envelope" VALUES(4,'484cbecc971b47579d09bda630888ce6','e2b9c6764de54131a4eb090699efdc6f','9deb8614ca1f493ea1459dcd58a76a84','document',4,X'EAE97011E1D5FCE7BE63471D277103EB935771435A9F7F603F35C84A6A1DCE63',X'94C5022E9F01D92434383463626563632D393731622D343735372D396430392D626461363330383838636536D92465326239633637362D346465352D343133312D613465622D303930363939656664633666D92439646562383631342D636131662D343933652D613134352D396463643538613736613834A8646F63756D656E74C4105E4B7B2428474749BE9700846745350B04C420A25CE23ECFAA122834BB1314FF72188A953074124548863C08835C5AB337DF71C408EA3EAD917A52A070B363617265706F73742E646F63756D656E742F310000D92437336261363966352D346264662D343138612D623335332D613533353936383765306262CD0130C50130A004A0124ADC7402E14ADB96E1D07AF4F29E5F53CFD2675E77E06CCD46527C0AC94E3FCA8B0D6D927E365F07EB9E986841A013812AB53E4213415F3549956BD619CF9CE6CF11A0ED56BC344C73648BAD688986F214CCBCE00B2ECD11EAB07F5182ABE35F54356BA66D61AD028DA160DA50F52DF09C7AA7301982E5AF4ABE64C030EAB59A097B82C5FF8D3096123FD4E9DED14DC88880BCE9A1ABE70A99239CE78C3698CAE832D8C926AB3ADC48D905EEDB03FEE88162F415DEA29C9B4D64BF8AB8D0C8FF31F9098D74888775D333997E7E50A8BCAA8C4A8E996EBFB09C79A68A144D3FF37C5FCED8A855DFACBFB20A8C463BBBEAB201A59BC4F508F25231DF973387C333B9A6A12FBB54B9B99636E9C67C98617112121F136008AF0D5FB7F20F1E5FDAF40BAF41CE460E26E45BF9524E0392C4210026AC95141076B66EDF80F1F6E693CCC140831EA2C856C7A090E219E9473986EEC421000ABB227E4C727FE435131ECC00B4D9097363A13A1E84B6DA326B4D4137A312F3C440E8859355D459C84DF8FB7540772B0746B365FA1D93EED8EA4F972F4736976C5F317688CD32068320431D24E89C0122AB7B69A46334DFFC20BF618BCAC71EBB0D',1.79569207143659973144e+09,'filed');
CREATE TABLE failure (
	id INTEGER NOT NULL, 
	"key" VARCHAR NOT NULL, 
	at DOUBLE NOT NULL, 
	PRIMARY KEY (id)
);
CREATE TABLE fhir_index (
	"row" INTEGER NOT NULL, 
	type VARCHAR NOT NULL, 
	id VARCHAR NOT NULL, 
	param VARCHAR NOT NULL, 
	text VARCHAR NOT NULL, 
	low DOUBLE, 
	high DOUBLE, 
	PRIMARY KEY ("row")
);
INSERT INTO "fhir_index" VALUES(1,'Device','e2b9c676-4de5-4131-a4eb-090699efdc6f','identifier','urn:ietf:rfc:3986|urn:uuid:e2b9c676-4de5-4131-a4eb-090699efdc6f',NULL,NULL);
INSERT INTO "fhir_index" VALUES(2,'Device','e2b9c676-4de5-4131-a4eb-090699efdc6f','identifier','|urn:uuid:e2b9c676-4de5-4131-a4eb-090699efdc6f',NULL,NULL);
INSERT INTO "fhir_index" VALUES(3,'Device','e2b9c676-4de5-4131-a4eb-090699efdc6f','status','|active',NULL,NULL);
INSERT INTO "fhir_index" VALUES(4,'Device','e2b9c676-4de5-4131-a4eb-090699efdc6f','manufacturer','carepost',NULL,NULL);
INSERT INTO "fhir_index" VALUES(5,'Device','e2b9c676-4de5-4131-a4eb-090699efdc6f','device-name','elm street pharmacy',NULL,NULL);
INSERT INTO "fhir_index" VALUES(24,'Provenance','a5625006-6c79-5e4e-9880-942fc1baf95a','target','Encounter/5e4b7b24-2847-4749-be97-00846745350b',NULL,NULL);
INSERT INTO "fhir_index" VALUES(25,'Provenance','a5625006-6c79-5e4e-9880-942fc1baf95a','target','Patient/455a729a-96e2-545f-9489-daec023c837e',NULL,NULL);
INSERT INTO "fhir_index" VALUES(26,'Provenance','a5625006-6c79-5e4e-9880-942fc1baf95a','recorded','',1795692071.519,1795692071.52);
INSERT INTO "fhir_index" VALUES(27,'Provenance','a5625006-6c79-5e4e-9880-942fc1baf95a','agent','Device/e2b9c676-4de5-4131-a4eb-090699efdc6f',NULL,NULL);
INSERT INTO "fhir_index" VALUES(28,'Provenance','a5625006-6c79-5e4e-9880-942fc1baf95a','entity','urn:ietf:rfc:3986|urn:uuid:72581ee4-e1f7-4853-99fa-c63f47c14e03',NULL,NULL);
INSERT INTO "fhir_index" VALUES(29,'Provenance','a5625006-6c79-5e4e-9880-942fc1baf95a','entity','|urn:uuid:72581ee4-e1f7-4853-99fa-c63f47c14e03',NULL,NULL);
INSERT INTO "fhir_index" VALUES(30,'Patient','455a729a-96e2-545f-9489-daec023c837e','identifier','urn:ietf:rfc:3986|urn:uuid:455a729a-96e2-545f-9489-daec023c837e',NULL,NULL);
INSERT INTO "fhir_index" VALUES(31,'Patient','455a729a-96e2-545f-9489-daec023c837e','identifier','|urn:uuid:455a729a-96e2-545f-9489-daec023c837e',NULL,NULL);
INSERT INTO "fhir_index" VALUES(32,'Patient','455a729a-96e2-545f-9489-daec023c837e','name','rosa quilliam',NULL,NULL);
INSERT INTO "fhir_index" VALUES(33,'Patient','455a729a-96e2-545f-9489-daec023c837e','name','quilliam',NULL,NULL);
INSERT INTO "fhir_index" VALUES(34,'Patient','455a729a-96e2-545f-9489-daec023c837e','name','rosa',NULL,NULL);
INSERT INTO "fhir_index" VALUES(35,'Patient','455a729a-96e2-545f-9489-daec023c837e','family','quilliam',NULL,NULL);
INSERT INTO "fhir_index" VALUES(36,'Patient','455a729a-96e2-545f-9489-daec023c837e','given','rosa',NULL,NULL);
INSERT INTO "fhir_index" VALUES(37,'Patient','455a729a-96e2-545f-9489-daec023c837e','birthdate','',-275875200.0,-275788800.0);
INSERT INTO "fhir_index" VALUES(38,'Provenance','3cf43c70-b8ed-532a-973b-09bab6b33123','target','Patient/455a729a-96e2-545f-9489-daec023c837e',NULL,NULL);
INSERT INTO "fhir_index" VALUES(39,'Provenance','3cf43c70-b8ed-532a-973b-09bab6b33123','recorded','',1795692071.522,1795692071.523);
INSERT INTO "fhir_index" VALUES(40,'Provenance','3cf43c70-b8ed-532a-973b-09bab6b33123','agent','Device/e2b9c676-4de5-4131-a4eb-090699efdc6f',NULL,NULL);
INSERT INTO "fhir_index" VALUES(41,'Provenance','3cf43c70-b8ed-532a-973b-09bab6b33123','entity','urn:ietf:rfc:3986|urn:uuid:8130f55f-1093-42ec-a277-754acc7f95d6',NULL,NULL);
INSERT INTO "fhir_index" VALUES(42,'Provenance','3cf43c70-b8ed-532a-973b-09bab6b33123','entity','|urn:uuid:8130f55f-1093-42ec-a277-754acc7f95d6',NULL,NULL);
INSERT INTO "fhir_index" VALUES(43,'Device','cb341778-93bc-5b73-8322-146ffe20e806','identifier','urn:ietf:rfc:3986|urn:uuid:cb341778-93bc-5b73-8322-146ffe20e806',NULL,NULL);
INSERT INTO "fhir_index" VALUES(44,'Device','cb341778-93bc-5b73-8322-146ffe20e806','identifier','|urn:uuid:cb341778-93bc-5b73-8322-146ffe20e806',NULL,NULL);
INSERT INTO "fhir_index" VALUES(45,'Device','cb341778-93bc-5b73-8322-146ffe20e806','status','|active',NULL,NULL);
INSERT INTO "fhir_index" VALUES(46,'Device','cb341778-93bc-5b73-8322-146ffe20e806','manufacturer','contec',NULL,NULL);
INSERT INTO "fhir_index" VALUES(47,'Device','cb341778-93bc-5b73-8322-146ffe20e806','model','cms50d+',NULL,NULL);
INSERT INTO "fhir_index" VALUES(48,'Device','cb341778-93bc-5b73-8322-146ffe20e806','device-name','contec cms50d+',NULL,NULL);
INSERT INTO "fhir_index" VALUES(49,'Observation','c31634a9-b171-49bc-b1ff-811f4e0043ac','patient','Patient/455a729a-96e2-545f-9489-daec023c837e',NULL,NULL);
INSERT INTO "fhir_index" VALUES(50,'Observation','c31634a9-b171-49bc-b1ff-811f4e0043ac','encounter','Encounter/5e4b7b24-2847-4749-be97-00846745350b',NULL,NULL);
INSERT INTO "fhir_index" VALUES(51,'Observation','c31634a9-b171-49bc-b1ff-811f4e0043ac','identifier','urn:ietf:rfc:3986|urn:uuid:c31634a9-b171-49bc-b1ff-811f4e0043ac',NULL,NULL);
INSERT INTO "fhir_index" VALUES(52,'Observation','c31634a9-b171-49bc-b1ff-811f4e0043ac','identifier','|urn:uuid:c31634a9-b171-49bc-b1ff-811f4e0043ac',NULL,NULL);
INSERT INTO "fhir_index" VALUES(53,'Observation','c31634a9-b171-49bc-b1ff-811f4e0043ac','status','|final',NULL,NULL);
INSERT INTO "fhir_index" VALUES(54,'Observation','c31634a9-b171-49bc-b1ff-811f4e0043ac','category','http://terminology.hl7.org/CodeSystem/observation-category|vital-signs',NULL,NULL);
INSERT INTO "fhir_index" VALUES(55,'Observation','c31634a9-b171-49bc-b1ff-811f4e0043ac','category','|vital-signs',NULL,NULL);
INSERT INTO "fhir_index" VALUES(56,'Observation','c31634a9-b171-49bc-b1ff-811f4e0043ac','code','http://loinc.org|59408-5',NULL,NULL);
INSERT INTO "fhir_index" VALUES(57,'Observation','c31634a9-b171-49bc-b1ff-811f4e0043ac','code','|59408-5',NULL,NULL);
INSERT INTO "fhir_index" VALUES(58,'Observation','c31634a9-b171-49bc-b1ff-811f4e0043ac','code','http://loinc.org|2708-6',NULL,NULL);
INSERT INTO "fhir_index" VALUES(59,'Observation','c31634a9-b171-49bc-b1ff-811f4e0043ac','code','|2708-6',NULL,NULL);
INSERT INTO "fhir_index" VALUES(60,'Observation','c31634a9-b171-49bc-b1ff-811f4e0043ac','code','urn:iso:std:iso:11073:10101|150456',NULL,NULL);
INSERT INTO "fhir_index" VALUES(61,'Observation','c31634a9-b171-49bc-b1ff-811f4e0043ac','code','|150456',NULL,NULL);
INSERT INTO "fhir_index" VALUES(62,'Observation','c31634a9-b171-49bc-b1ff-811f4e0043ac','combo-code','http://loinc.org|59408-5',NULL,NULL);
INSERT INTO "fhir_index" VALUES(63,'Observation','c31634a9-b171-49bc-b1ff-811f4e0043ac','combo-code','|59408-5',NULL,NULL);
INSERT INTO "fhir_index" VALUES(64,'Observation','c31634a9-b171-49bc-b1ff-811f4e0043ac','combo-code','http://loinc.org|2708-6',NULL,NULL);
INSERT INTO "fhir_index" VALUES(65,'Observation','c31634a9-b171-49bc-b1ff-811f4e0043ac','combo-code','|2708-6',NULL,NULL);
INSERT INTO "fhir_index" VALUES(66,'Observation','c31634a9-b171-49bc-b1ff-811f4e0043ac','combo-code','urn:iso:std:iso:11073:10101|150456',NULL,NULL);
INSERT INTO "fhir_index" VALUES(67,'Observation','c31634a9-b171-49bc-b1ff-811f4e0043ac','combo-code','|150456',NULL,NULL);
INSERT INTO "fhir_index" VALUES(68,'Observation','c31634a9-b171-49bc-b1ff-811f4e0043ac','date','',1795509000.0,1795509000.001);
INSERT INTO "fhir_index" VALUES(69,'Observation','c31634a9-b171-49bc-b1ff-811f4e0043ac','device','Device/cb341778-93bc-5b73-8322-146ffe20e806',NULL,NULL);
INSERT INTO "fhir_index" VALUES(70,'Observation','c31634a9-b171-49bc-b1ff-811f4e0043ac','subject','Patient/455a729a-96e2-545f-9489-daec023c837e',NULL,NULL);
INSERT INTO "fhir_index" VALUES(71,'Observation','33ff7ed3-a8a4-57a7-ab45-a3430560c633','patient','Patient/455a729a-96e2-545f-9489-daec023c837e',NULL,NULL);
INSERT INTO "fhir_index" VALUES(72,'Observation','33ff7ed3-a8a4-57a7-ab45-a3430560c633','encounter','Encounter/5e4b7b24-2847-4749-be97-00846745350b',NULL,NULL);
INSERT INTO "fhir_index" VALUES(73,'Observation','33ff7ed3-a8a4-57a7-ab45-a3430560c633','identifier','urn:ietf:rfc:3986|urn:uuid:c31634a9-b171-49bc-b1ff-811f4e0043ac',NULL,NULL);
INSERT INTO "fhir_index" VALUES(74,'Observation','33ff7ed3-a8a4-57a7-ab45-a3430560c633','identifier','|urn:uuid:c31634a9-b171-49bc-b1ff-811f4e0043ac',NULL,NULL);
INSERT INTO "fhir_index" VALUES(75,'Observation','33ff7ed3-a8a4-57a7-ab45-a3430560c633','status','|final',NULL,NULL);
INSERT INTO "fhir_index" VALUES(76,'Observation','33ff7ed3-a8a4-57a7-ab45-a3430560c633','category','http://terminology.hl7.org/CodeSystem/observation-category|vital-signs',NULL,NULL);
INSERT INTO "fhir_index" VALUES(77,'Observation','33ff7ed3-a8a4-57a7-ab45-a3430560c633','category','|vital-signs',NULL,NULL);
INSERT INTO "fhir_index" VALUES(78,'Observation','33ff7ed3-a8a4-57a7-ab45-a3430560c633','code','http://loinc.org|8889-8',NULL,NULL);
INSERT INTO "fhir_index" VALUES(79,'Observation','33ff7ed3-a8a4-57a7-ab45-a3430560c633','code','|8889-8',NULL,NULL);
INSERT INTO "fhir_index" VALUES(80,'Observation','33ff7ed3-a8a4-57a7-ab45-a3430560c633','code','http://loinc.org|8867-4',NULL,NULL);
INSERT INTO "fhir_index" VALUES(81,'Observation','33ff7ed3-a8a4-57a7-ab45-a3430560c633','code','|8867-4',NULL,NULL);
INSERT INTO "fhir_index" VALUES(82,'Observation','33ff7ed3-a8a4-57a7-ab45-a3430560c633','code','urn:iso:std:iso:11073:10101|149530',NULL,NULL);
INSERT INTO "fhir_index" VALUES(83,'Observation','33ff7ed3-a8a4-57a7-ab45-a3430560c633','code','|149530',NULL,NULL);
INSERT INTO "fhir_index" VALUES(84,'Observation','33ff7ed3-a8a4-57a7-ab45-a3430560c633','combo-code','http://loinc.org|8889-8',NULL,NULL);
INSERT INTO "fhir_index" VALUES(85,'Observation','33ff7ed3-a8a4-57a7-ab45-a3430560c633','combo-code','|8889-8',NULL,NULL);
INSERT INTO "fhir_index" VALUES(86,'Observation','33ff7ed3-a8a4-57a7-ab45-a3430560c633','combo-code','http://loinc.org|8867-4',NULL,NULL);
INSERT INTO "fhir_index" VALUES(87,'Observation','33ff7ed3-a8a4-57a7-ab45-a3430560c633','combo-code','|8867-4',NULL,NULL);
INSERT INTO "fhir_index" VALUES(88,'Observation','33ff7ed3-a8a4-57a7-ab45-a3430560c633','combo-code','urn:iso:std:iso:11073:10101|149530',NULL,NULL);
INSERT INTO "fhir_index" VALUES(89,'Observation','33ff7ed3-a8a4-57a7-ab45-a3430560c633','combo-code','|149530',NULL,NULL);
INSERT INTO "fhir_index" VALUES(90,'Observation','33ff7ed3-a8a4-57a7-ab45-a3430560c633','date','',1795509000.0,1795509000.001);
INSERT INTO "fhir_index" VALUES(91,'Observation','33ff7ed3-a8a4-57a7-ab45-a3430560c633','device','Device/cb341778-93bc-5b73-8322-146ffe20e806',NULL,NULL);
INSERT INTO "fhir_index" VALUES(92,'Observation','33ff7ed3-a8a4-57a7-ab45-a3430560c633','subject','Patient/455a729a-96e2-545f-9489-daec023c837e',NULL,NULL);
INSERT INTO "fhir_index" VALUES(93,'Provenance','4419d58e-c604-5af5-8419-2c7885db981c','target','Observation/c31634a9-b171-49bc-b1ff-811f4e0043ac',NULL,NULL);
INSERT INTO "fhir_index" VALUES(94,'Provenance','4419d58e-c604-5af5-8419-2c7885db981c','target','Observation/33ff7ed3-a8a4-57a7-ab45-a3430560c633',NULL,NULL);
INSERT INTO "fhir_index" VALUES(95,'Provenance','4419d58e-c604-5af5-8419-2c7885db981c','recorded','',1795692071.525,1795692071.526);
INSERT INTO "fhir_index" VALUES(96,'Provenance','4419d58e-c604-5af5-8419-2c7885db981c','agent','Device/e2b9c676-4de5-4131-a4eb-090699efdc6f',NULL,NULL);
INSERT INTO "fhir_index" VALUES(97,'Provenance','4419d58e-c604-5af5-8419-2c7885db981c','entity','urn:ietf:rfc:3986|urn:uuid:bacead0b-1edc-4b12-a79a-50e9d005e6c6',NULL,NULL);
INSERT INTO "fhir_index" VALUES(98,'Provenance','4419d58e-c604-5af5-8419-2c7885db981c','entity','|urn:uuid:bacead0b-1edc-4b12-a79a-50e9d005e6c6',NULL,NULL);
INSERT INTO "fhir_index" VALUES(99,'Encounter','5e4b7b24-2847-4749-be97-00846745350b','patient','Patient/455a729a-96e2-545f-9489-daec023c837e',NULL,NULL);
INSERT INTO "fhir_index" VALUES(100,'Encounter','5e4b7b24-2847-4749-be97-00846745350b','identifier','urn:ietf:rfc:3986|urn:uuid:5e4b7b24-2847-4749-be97-00846745350b',NULL,NULL);
INSERT INTO "fhir_index" VALUES(101,'Encounter','5e4b7b24-2847-4749-be97-00846745350b','identifier','|urn:uuid:5e4b7b24-2847-4749-be97-00846745350b',NULL,NULL);
INSERT INTO "fhir_index" VALUES(102,'Encounter','5e4b7b24-2847-4749-be97-00846745350b','status','|in-progress',NULL,NULL);
INSERT INTO "fhir_index" VALUES(103,'Encounter','5e4b7b24-2847-4749-be97-00846745350b','class','http://terminology.hl7.org/CodeSystem/v3-ActCode|VR',NULL,NULL);
INSERT INTO "fhir_index" VALUES(104,'Encounter','5e4b7b24-2847-4749-be97-00846745350b','class','|VR',NULL,NULL);
INSERT INTO "fhir_index" VALUES(105,'Encounter','5e4b7b24-2847-4749-be97-00846745350b','date','',1795509000.0,1795509000.001);
INSERT INTO "fhir_index" VALUES(106,'Encounter','5e4b7b24-2847-4749-be97-00846745350b','subject','Patient/455a729a-96e2-545f-9489-daec023c837e',NULL,NULL);
INSERT INTO "fhir_index" VALUES(107,'Provenance','5f188a42-89bc-5910-bb6d-12107af70a1c','target','Encounter/5e4b7b24-2847-4749-be97-00846745350b',NULL,NULL);
INSERT INTO "fhir_index" VALUES(108,'Provenance','5f188a42-89bc-5910-bb6d-12107af70a1c','recorded','',1795692071.528,1795692071.529);
INSERT INTO "fhir_index" VALUES(109,'Provenance','5f188a42-89bc-5910-bb6d-12107af70a1c','agent','Device/e2b9c676-4de5-4131-a4eb-090699efdc6f',NULL,NULL);
INSERT INTO "fhir_index" VALUES(110,'Provenance','5f188a42-89bc-5910-bb6d-12107af70a1c','entity','urn:ietf:rfc:3986|urn:uuid:484cbecc-971b-4757-9d09-bda630888ce6',NULL,NULL);
INSERT INTO "fhir_index" VALUES(111,'Provenance','5f188a42-89bc-5910-bb6d-12107af70a1c','entity','|urn:uuid:484cbecc-971b-4757-9d09-bda630888ce6',NULL,NULL);
CREATE TABLE fhir_resource (
	type VARCHAR NOT NULL, 
	id VARCHAR NOT NULL, 
	version INTEGER NOT NULL, 
	updated_at DOUBLE NOT NULL, 
	body JSON NOT NULL, 
	PRIMARY KEY (type, id)
);
INSERT INTO "fhir_resource" VALUES('Device','e2b9c676-4de5-4131-a4eb-090699efdc6f',1,1.79569207145261359212e+09,'{"resourceType":"Device","id":"e2b9c676-4de5-4131-a4eb-090699efdc6f","identifier":[{"system":"urn:ietf:rfc:3986","value":"urn:uuid:e2b9c676-4de5-4131-a4eb-090699efdc6f"}],"status":"active","manufacturer":"Carepost","deviceName":[{"name":"Elm Street Pharmacy","type":"user-friendly-name"}],"type":{"text":"telehealth station"},"contact":[{"system":"phone","value":"555 0100"}],"meta":{"versionId":"1","lastUpdated":"2026-11-26T11:21:11.452+00:00"}}');
INSERT INTO "fhir_resource" VALUES('Encounter','5e4b7b24-2847-4749-be97-00846745350b',3,1.79569207152709889416e+09,'{"resourceType":"Encounter","id":"5e4b7b24-2847-4749-be97-00846745350b","identifier":[{"system":"urn:ietf:rfc:3986","value":"urn:uuid:5e4b7b24-2847-4749-be97-00846745350b"}],"status":"in-progress","class":{"system":"http://terminology.hl7.org/CodeSystem/v3-ActCode","code":"VR","display":"virtual"},"priority":{"coding":[{"system":"urn:carepost:level","code":"N"}]},"subject":{"reference":"Patient/455a729a-96e2-545f-9489-daec023c837e"},"period":{"start":"2026-11-24T09:30:00.000+01:00","end":"2026-11-24T09:30:00.000+01:00"},"location":[{"location":{"display":"Elm Street Pharmacy, 1 Elm Street"}}],"extension":[{"url":"urn:carepost:station","valueReference":{"reference":"Device/e2b9c676-4de5-4131-a4eb-090699efdc6f"}},{"url":"urn:carepost:closed","valueCode":"finished"}],"meta":{"versionId":"3","lastUpdated":"2026-11-26T11:21:11.527+00:00"}}');
INSERT INTO "fhir_resource" VALUES('Patient','455a729a-96e2-545f-9489-daec023c837e',3,1.79569207152224445339e+09,'{"resourceType":"Patient","id":"455a729a-96e2-545f-9489-daec023c837e","identifier":[{"system":"urn:ietf:rfc:3986","value":"urn:uuid:455a729a-96e2-545f-9489-daec023c837e"}],"active":true,"name":[{"use":"usual","text":"Rosa Quilliam","family":"Quilliam","given":["Rosa"]}],"birthDate":"1961-04-05","communication":[{"language":{"coding":[{"system":"urn:ietf:bcp:47","code":"en"}]},"preferred":true}],"meta":{"versionId":"3","lastUpdated":"2026-11-26T11:21:11.522+00:00"}}');
INSERT INTO "fhir_resource" VALUES('Provenance','a5625006-6c79-5e4e-9880-942fc1baf95a',1,1.79569207151951980589e+09,'{"resourceType":"Provenance","id":"a5625006-6c79-5e4e-9880-942fc1baf95a","target":[{"reference":"Encounter/5e4b7b24-2847-4749-be97-00846745350b"},{"reference":"Patient/455a729a-96e2-545f-9489-daec023c837e"}],"recorded":"2026-11-26T11:21:11.519+00:00","activity":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/v3-DataOperation","code":"CREATE"}]},"agent":[{"type":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/provenance-participant-type","code":"author"}]},"who":{"reference":"Device/e2b9c676-4de5-4131-a4eb-090699efdc6f"}}],"entity":[{"role":"source","what":{"identifier":{"system":"urn:ietf:rfc:3986","value":"urn:uuid:72581ee4-e1f7-4853-99fa-c63f47c14e03"}}}],"meta":{"versionId":"1","lastUpdated":"2026-11-26T11:21:11.519+00:00"}}');
INSERT INTO "fhir_resource" VALUES('Provenance','3cf43c70-b8ed-532a-973b-09bab6b33123',1,1.7956920715225639343e+09,'{"resourceType":"Provenance","id":"3cf43c70-b8ed-532a-973b-09bab6b33123","target":[{"reference":"Patient/455a729a-96e2-545f-9489-daec023c837e"}],"recorded":"2026-11-26T11:21:11.522+00:00","activity":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/v3-DataOperation","code":"CREATE"}]},"agent":[{"type":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/provenance-participant-type","code":"author"}]},"who":{"reference":"Device/e2b9c676-4de5-4131-a4eb-090699efdc6f"}}],"entity":[{"role":"source","what":{"identifier":{"system":"urn:ietf:rfc:3986","value":"urn:uuid:8130f55f-1093-42ec-a277-754acc7f95d6"}}}],"meta":{"versionId":"1","lastUpdated":"2026-11-26T11:21:11.522+00:00"}}');
INSERT INTO "fhir_resource" VALUES('Device','cb341778-93bc-5b73-8322-146ffe20e806',1,1.79569207152431035046e+09,'{"resourceType":"Device","id":"cb341778-93bc-5b73-8322-146ffe20e806","identifier":[{"system":"urn:ietf:rfc:3986","value":"urn:uuid:cb341778-93bc-5b73-8322-146ffe20e806"}],"status":"active","manufacturer":"Contec","deviceName":[{"name":"Contec CMS50D+","type":"model-name"}],"modelNumber":"CMS50D+","property":[{"type":{"text":"protocol"},"valueCode":[{"text":"contec-v7"}]},{"type":{"text":"transport"},"valueCode":[{"text":"serial"}]}],"parent":{"reference":"Device/e2b9c676-4de5-4131-a4eb-090699efdc6f"},"meta":{"versionId":"1","lastUpdated":"2026-11-26T11:21:11.524+00:00"}}');
INSERT INTO "fhir_resource" VALUES('Observation','c31634a9-b171-49bc-b1ff-811f4e0043ac',1,1.79569207152460193635e+09,'{"resourceType":"Observation","id":"c31634a9-b171-49bc-b1ff-811f4e0043ac","identifier":[{"system":"urn:ietf:rfc:3986","value":"urn:uuid:c31634a9-b171-49bc-b1ff-811f4e0043ac"}],"status":"final","category":[{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/observation-category","code":"vital-signs","display":"Vital Signs"}]}],"subject":{"reference":"Patient/455a729a-96e2-545f-9489-daec023c837e"},"encounter":{"reference":"Encounter/5e4b7b24-2847-4749-be97-00846745350b"},"effectiveDateTime":"2026-11-24T09:30:00.000+01:00","device":{"reference":"Device/cb341778-93bc-5b73-8322-146ffe20e806"},"extension":[{"url":"urn:carepost:quality","extension":[{"url":"grade","valueCode":"good"}]},{"url":"urn:carepost:attempt","valueInteger":1},{"url":"urn:carepost:measured-by","valueCode":"device"},{"url":"urn:carepost:clock","valueCode":"synced"}],"code":{"coding":[{"system":"http://loinc.org","code":"59408-5","display":"Oxygen saturation by pulse oximetry"},{"system":"http://loinc.org","code":"2708-6","display":"Oxygen saturation by pulse oximetry"},{"system":"urn:iso:std:iso:11073:10101","code":"150456"}],"text":"Oxygen saturation by pulse oximetry"},"valueQuantity":{"value":97,"unit":"%","system":"http://unitsofmeasure.org","code":"%"},"meta":{"versionId":"1","lastUpdated":"2026-11-26T11:21:11.524+00:00","profile":["http://hl7.org/fhir/StructureDefinition/vitalsigns","http://hl7.org/fhir/StructureDefinition/oxygensat"]}}');
INSERT INTO "fhir_resource" VALUES('Observation','33ff7ed3-a8a4-57a7-ab45-a3430560c633',1,1.79569207152486586573e+09,'{"resourceType":"Observation","id":"33ff7ed3-a8a4-57a7-ab45-a3430560c633","identifier":[{"system":"urn:ietf:rfc:3986","value":"urn:uuid:c31634a9-b171-49bc-b1ff-811f4e0043ac"}],"status":"final","category":[{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/observation-category","code":"vital-signs","display":"Vital Signs"}]}],"subject":{"reference":"Patient/455a729a-96e2-545f-9489-daec023c837e"},"encounter":{"reference":"Encounter/5e4b7b24-2847-4749-be97-00846745350b"},"effectiveDateTime":"2026-11-24T09:30:00.000+01:00","device":{"reference":"Device/cb341778-93bc-5b73-8322-146ffe20e806"},"extension":[{"url":"urn:carepost:quality","extension":[{"url":"grade","valueCode":"good"}]},{"url":"urn:carepost:attempt","valueInteger":1},{"url":"urn:carepost:measured-by","valueCode":"device"},{"url":"urn:carepost:clock","valueCode":"synced"}],"code":{"coding":[{"system":"http://loinc.org","code":"8889-8","display":"Heart rate by pulse oximetry"},{"system":"http://loinc.org","code":"8867-4","display":"Heart rate by pulse oximetry"},{"system":"urn:iso:std:iso:11073:10101","code":"149530"}],"text":"Heart rate by pulse oximetry"},"valueQuantity":{"value":71,"unit":"/min","system":"http://unitsofmeasure.org","code":"/min"},"meta":{"versionId":"1","lastUpdated":"2026-11-26T11:21:11.524+00:00","profile":["http://hl7.org/fhir/StructureDefinition/vitalsigns","http://hl7.org/fhir/StructureDefinition/heartrate"]}}');
INSERT INTO "fhir_resource" VALUES('Provenance','4419d58e-c604-5af5-8419-2c7885db981c',1,1.79569207152583408355e+09,'{"resourceType":"Provenance","id":"4419d58e-c604-5af5-8419-2c7885db981c","target":[{"reference":"Observation/c31634a9-b171-49bc-b1ff-811f4e0043ac"},{"reference":"Observation/33ff7ed3-a8a4-57a7-ab45-a3430560c633"}],"recorded":"2026-11-26T11:21:11.525+00:00","activity":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/v3-DataOperation","code":"CREATE"}]},"agent":[{"type":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/provenance-participant-type","code":"author"}]},"who":{"reference":"Device/e2b9c676-4de5-4131-a4eb-090699efdc6f"}}],"entity":[{"role":"source","what":{"identifier":{"system":"urn:ietf:rfc:3986","value":"urn:uuid:bacead0b-1edc-4b12-a79a-50e9d005e6c6"}}}],"meta":{"versionId":"1","lastUpdated":"2026-11-26T11:21:11.525+00:00"}}');
INSERT INTO "fhir_resource" VALUES('Provenance','5f188a42-89bc-5910-bb6d-12107af70a1c',1,1.79569207152807021137e+09,'{"resourceType":"Provenance","id":"5f188a42-89bc-5910-bb6d-12107af70a1c","target":[{"reference":"Encounter/5e4b7b24-2847-4749-be97-00846745350b"}],"recorded":"2026-11-26T11:21:11.528+00:00","activity":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/v3-DataOperation","code":"CREATE"}]},"agent":[{"type":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/provenance-participant-type","code":"author"}]},"who":{"reference":"Device/e2b9c676-4de5-4131-a4eb-090699efdc6f"}}],"entity":[{"role":"source","what":{"identifier":{"system":"urn:ietf:rfc:3986","value":"urn:uuid:484cbecc-971b-4757-9d09-bda630888ce6"}}}],"meta":{"versionId":"1","lastUpdated":"2026-11-26T11:21:11.528+00:00"}}');
CREATE TABLE live_message (
	"row" INTEGER NOT NULL, 
	id CHAR(32) NOT NULL, 
	visit_id CHAR(32) NOT NULL, 
	plain BLOB NOT NULL, 
	created_at DOUBLE NOT NULL, 
	acknowledged_at DOUBLE, 
	PRIMARY KEY ("row"), 
	FOREIGN KEY(visit_id) REFERENCES visit (id), 
	UNIQUE (id)
);
CREATE TABLE login (
	hash BLOB NOT NULL, 
	account_id CHAR(32) NOT NULL, 
	csrf VARCHAR NOT NULL, 
	created_at DOUBLE NOT NULL, 
	seen_at DOUBLE NOT NULL, 
	PRIMARY KEY (hash), 
	FOREIGN KEY(account_id) REFERENCES account (id)
);
CREATE TABLE meta (
	name VARCHAR NOT NULL, 
	value VARCHAR NOT NULL, 
	PRIMARY KEY (name)
);
INSERT INTO "meta" VALUES('epoch','1fa191a2-8a28-4535-99d6-e5323335fa8d');
INSERT INTO "meta" VALUES('stations_url','https://127.0.0.1:35225');
CREATE TABLE "plan" (
	visit_id CHAR(32) NOT NULL, 
	text VARCHAR NOT NULL, 
	disposition VARCHAR NOT NULL, 
	warning_signs JSON NOT NULL, 
	referral VARCHAR NOT NULL, 
	follow_up VARCHAR NOT NULL, 
	author VARCHAR NOT NULL, 
	updated_at DOUBLE NOT NULL, 
	signed_at DOUBLE, 
	PRIMARY KEY (visit_id), 
	FOREIGN KEY(visit_id) REFERENCES visit (id)
);
CREATE TABLE quarantine (
	id CHAR(32) NOT NULL, 
	station_id CHAR(32) NOT NULL, 
	source VARCHAR NOT NULL, 
	envelope_id CHAR(32), 
	hash BLOB NOT NULL, 
	content BLOB NOT NULL, 
	reason VARCHAR NOT NULL, 
	noted_at DOUBLE NOT NULL, 
	settled_at DOUBLE, 
	PRIMARY KEY (id), 
	FOREIGN KEY(station_id) REFERENCES station (id), 
	UNIQUE (station_id, hash, source)
);
CREATE TABLE reading (
	id CHAR(32) NOT NULL, 
	visit_id CHAR(32) NOT NULL, 
	at VARCHAR NOT NULL, 
	body JSON NOT NULL, 
	raw BLOB NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(visit_id) REFERENCES visit (id)
);
INSERT INTO "reading" VALUES('c31634a9b17149bcb1ff811f4e0043ac','5e4b7b2428474749be9700846745350b','2026-11-24T09:30:00.000+01:00','{"id":"c31634a9-b171-49bc-b1ff-811f4e0043ac","act":"oximetry","values":[{"kind":"spo2","value":97.0,"unit":"%"},{"kind":"pulse_rate","value":71.0,"unit":"/min"}],"effective":{"wall":"2026-11-24T09:30:00.000+01:00","monotonic_ns":1,"boot_id":"73ba69f5-4bdf-418a-b353-a5359687e0bb","clock":"synced"},"device":{"manufacturer":"Contec","model":"CMS50D+","protocol":"contec-v7","transport":"serial:/dev/ttyUSB0","serial":null,"firmware":null,"calibrated_on":null,"checked_by":null,"calibration_due":null},"quality":{"grade":"good","reasons":[]},"attempt":1,"site":null,"position":null,"cuff_size":null,"measured_by":"device","derived_from":[],"raw":"","flags":[],"clock_error_s":null}',X'8102');
CREATE TABLE sign_in_code (
	hash BLOB NOT NULL, 
	account_id CHAR(32) NOT NULL, 
	expires_at DOUBLE NOT NULL, 
	used_at DOUBLE, 
	PRIMARY KEY (hash), 
	FOREIGN KEY(account_id) REFERENCES account (id)
);
CREATE TABLE skipped (
	id CHAR(32) NOT NULL, 
	visit_id CHAR(32) NOT NULL, 
	act VARCHAR NOT NULL, 
	reason VARCHAR NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(visit_id) REFERENCES visit (id)
);
CREATE TABLE station (
	id CHAR(32) NOT NULL, 
	name VARCHAR NOT NULL, 
	address VARCHAR NOT NULL, 
	phone VARCHAR NOT NULL, 
	overrides JSON NOT NULL, 
	profile_version INTEGER NOT NULL, 
	certificate BLOB, 
	public BLOB, 
	enrolled_at DOUBLE, 
	revoked_at DOUBLE, 
	boot_id VARCHAR, 
	version VARCHAR NOT NULL, 
	seen_at DOUBLE, 
	created_at DOUBLE NOT NULL, 
	PRIMARY KEY (id), 
	UNIQUE (certificate)
);
INSERT INTO "station" VALUES('e2b9c6764de54131a4eb090699efdc6f','Elm Street Pharmacy','1 Elm Street','555 0100','{}',1,X'DA102C64FF2C9397743EFD3D25ECCFBB04B0F9724F5624394BDBA581BBE4A299',X'C2BE01AE26559B347A0DCD6570427DE2839D5A4084D8F1BA189AA29BA795FA7F',1.79569207140960121157e+09,NULL,NULL,'',NULL,1.79569207131159210206e+09);
CREATE TABLE token (
	hash BLOB NOT NULL, 
	name VARCHAR NOT NULL, 
	created_at DOUBLE NOT NULL, 
	expires_at DOUBLE NOT NULL, 
	PRIMARY KEY (hash), 
	UNIQUE (name)
);
CREATE TABLE visit (
	id CHAR(32) NOT NULL, 
	station_id CHAR(32) NOT NULL, 
	boot_id VARCHAR, 
	started_at VARCHAR NOT NULL, 
	language VARCHAR NOT NULL, 
	session_key BLOB, 
	given VARCHAR NOT NULL, 
	family VARCHAR NOT NULL, 
	birth_date VARCHAR, 
	anonymous BOOLEAN NOT NULL, 
	match_key VARCHAR, 
	reason VARCHAR NOT NULL, 
	present JSON NOT NULL, 
	answers JSON, 
	consent_version VARCHAR, 
	consent_at VARCHAR, 
	level VARCHAR NOT NULL, 
	waiting_since DOUBLE, 
	seen BOOLEAN NOT NULL, 
	callback_phone VARCHAR, 
	callback_when VARCHAR NOT NULL, 
	settled_at DOUBLE, 
	settled_by VARCHAR, 
	settled_note VARCHAR, 
	closed_how VARCHAR, 
	closed_at VARCHAR, 
	interrupt_at DOUBLE, 
	state VARCHAR NOT NULL, 
	open BOOLEAN NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(station_id) REFERENCES station (id)
);
INSERT INTO "visit" VALUES('5e4b7b2428474749be9700846745350b','e2b9c6764de54131a4eb090699efdc6f','73ba69f5-4bdf-418a-b353-a5359687e0bb','2026-11-24T09:30:00.000+01:00','en',X'1460D489B82AD33B92185F75B1F787657B2A948BFA2E728C5C3BB73F2AF8C63D','Rosa','Quilliam','1961-04-05',0,'rosa|quilliam|1961-04-05','','[]',NULL,NULL,NULL,'N',NULL,0,NULL,'',NULL,NULL,NULL,'finished','2026-11-24T09:30:00.000+01:00',NULL,'stored',1);
CREATE INDEX ix_failure_at ON failure (at);
CREATE INDEX ix_failure_key ON failure ("key");
CREATE INDEX fhir_index_date ON fhir_index (type, param, low, high, id);
CREATE INDEX fhir_index_of ON fhir_index (type, id);
CREATE INDEX fhir_index_text ON fhir_index (type, param, text, id);
CREATE INDEX fhir_updated ON fhir_resource (type, updated_at, id);
CREATE INDEX envelope_chain ON envelope (station_id, store_id, lane, seq);
CREATE INDEX envelope_open ON envelope ("row") WHERE state = 'stored';
CREATE INDEX ix_visit_match_key ON visit (match_key);
CREATE INDEX ix_alarm_visit_id ON alarm (visit_id);
CREATE UNIQUE INDEX call_active ON call (visit_id) WHERE ended_at IS NULL;
CREATE INDEX ix_call_visit_id ON call (visit_id);
CREATE INDEX ix_chat_visit_id ON chat (visit_id);
CREATE INDEX live_waiting ON live_message (visit_id) WHERE acknowledged_at IS NULL;
CREATE INDEX ix_reading_visit_id ON reading (visit_id);
CREATE INDEX ix_skipped_visit_id ON skipped (visit_id);
CREATE INDEX visit_open ON visit (station_id) WHERE open = 1;
CREATE INDEX visit_unclosed ON visit (station_id) WHERE closed_how IS NULL;
CREATE INDEX visit_interrupt ON visit (interrupt_at) WHERE interrupt_at IS NOT NULL;
CREATE INDEX call_ended ON call (ended_at);
CREATE INDEX alarm_acknowledged ON alarm (acknowledged_at);
CREATE INDEX quarantine_open ON quarantine (noted_at) WHERE settled_at IS NULL;
CREATE INDEX chain_gap_open ON chain_gap (station_id) WHERE closed_at IS NULL;
COMMIT;
