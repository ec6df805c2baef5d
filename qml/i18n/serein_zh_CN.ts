<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
    <context>
        <name>AdminPage</name>
        <message>
            <source>Signature and lock</source>
            <translation>签名与锁定</translation>
        </message>
        <message>
            <source>Sign the study; freeze, lock or open all data</source>
            <translation>为研究签名；冻结、锁定或开放全部数据</translation>
        </message>
        <message>
            <source>Study</source>
            <translation>研究</translation>
        </message>
        <message>
            <source>Ward clock</source>
            <translation>病房时钟</translation>
        </message>
        <message>
            <source>Backup and checks</source>
            <translation>备份与检查</translation>
        </message>
        <message>
            <source>People and roles</source>
            <translation>人员与角色</translation>
        </message>
        <message>
            <source>Study in force</source>
            <translation>现行研究方案</translation>
        </message>
        <message>
            <source>Instruments</source>
            <translation>量表与表单</translation>
        </message>
        <message>
            <source>Export everybody</source>
            <translation>导出全部受试者</translation>
        </message>
        <message>
            <source>Due today: compare the tablet with the ward&apos;s clock.</source>
            <translation>今天需要核对：请将平板与病房时钟对照。</translation>
        </message>
        <message>
            <source>Everything is backed up.</source>
            <translation>全部已备份。</translation>
        </message>
        <message numerus="yes">
            <source>%n account(s); your passphrase</source>
            <translation>
                <numerusform>%n 个账户；您的密码短语</numerusform>
            </translation>
        </message>
        <message>
            <source>Scales and forms, their words and licences</source>
            <translation>量表和表单、其文本与许可</translation>
        </message>
        <message numerus="yes">
            <source>%n participant(s), one bundle each</source>
            <translation>
                <numerusform>%n 位受试者，每人一个数据包</numerusform>
            </translation>
        </message>
        <message>
            <source>Open</source>
            <translation>打开</translation>
        </message>
        <message>
            <source>Audit trail</source>
            <translation>稽查轨迹</translation>
        </message>
        <message>
            <source>Every event: who, when, what and why</source>
            <translation>每个事件：何人、何时、何事、为何</translation>
        </message>
        <message>
            <source>New keys</source>
            <translation>新密钥</translation>
        </message>
        <message>
            <source>For all that is stored, when somebody may have a copy of it</source>
            <translation>当有人可能持有副本时，为全部存储内容更换密钥</translation>
        </message>
    </context>
    <context>
        <name>AdminWords</name>
        <message>
            <source>This name can&apos;t be used. It has letters, digits, dot, dash or underscore, begins with a letter, and was never anybody else&apos;s here. Nothing was saved.</source>
            <translation>不能使用此名称。名称由字母、数字、点、短横线或下划线组成，以字母开头，且此前未被他人使用过。未保存任何内容。</translation>
        </message>
        <message>
            <source>Please choose at least one role, and something other than now. Nothing was saved.</source>
            <translation>请至少选择一个角色，且与目前不同。未保存任何内容。</translation>
        </message>
        <message>
            <source>The passphrase is too short: at least 12 characters. Nothing was saved.</source>
            <translation>密码短语太短：至少 12 个字符。未保存任何内容。</translation>
        </message>
        <message>
            <source>The two passphrases differ. Nothing was saved. Please type both again.</source>
            <translation>两次输入的密码短语不同。未保存任何内容。请重新输入两次。</translation>
        </message>
        <message>
            <source>Please write what the ward&apos;s clock shows, like 14:05 or 14:05:30. Nothing was saved.</source>
            <translation>请输入病房时钟显示的时间，如 14:05 或 14:05:30。未保存任何内容。</translation>
        </message>
        <message>
            <source>Please say why, in at most 500 characters that can be seen. Nothing was saved.</source>
            <translation>请说明原因，最多 500 个可见字符。未保存任何内容。</translation>
        </message>
        <message>
            <source>The ethics committee&apos;s reference is needed, in at most 500 characters that can be seen. Nothing was changed.</source>
            <translation>需要填写伦理委员会批件号，最多 500 个可见字符。未作任何更改。</translation>
        </message>
        <message>
            <source>This folder can&apos;t be used: it isn&apos;t there, can&apos;t be written to, or has too little room. Nothing was written.</source>
            <translation>此文件夹不可用：不存在、不可写入或空间不足。未写入任何内容。</translation>
        </message>
        <message>
            <source>Please write how many backups to keep, at least 1. Nothing was written.</source>
            <translation>请填写要保留的备份份数，至少 1 份。未写入任何内容。</translation>
        </message>
        <message>
            <source>This certificate can&apos;t be used: the file is missing, is no certificate, or has ended. Nothing was changed.</source>
            <translation>此证书不可用：文件不存在、不是证书或已过期。未作任何更改。</translation>
        </message>
        <message>
            <source>More keys are to be needed than certificates are named. Please name the others too, or choose fewer keys. Nothing was changed.</source>
            <translation>所需的密钥数多于指定的证书数。请补充其他证书，或选择较少的密钥。未作任何更改。</translation>
        </message>
        <message>
            <source>The same certificate is named twice. Nothing was changed.</source>
            <translation>同一份证书被指定了两次。未作任何更改。</translation>
        </message>
        <message>
            <source>The passphrase has too few different characters: at least 5. Nothing was saved.</source>
            <translation>口令中不同的字符太少：至少 5 种。未保存任何内容。</translation>
        </message>
        <message>
            <source>The passphrase repeats a part of itself. Nothing was saved.</source>
            <translation>口令重复了自身的一部分。未保存任何内容。</translation>
        </message>
        <message>
            <source>The passphrase is easily guessed: it is made of names, common words or neighbouring keys. A few words that have nothing to do with one another are good. Nothing was saved.</source>
            <translation>口令容易被猜到：由姓名、常用词或相邻按键组成。几个互不相干的词就很好。未保存任何内容。</translation>
        </message>
        <message>
            <source>This certificate can&apos;t be used, so nothing was written: the file is missing, is no certificate, or has ended.</source>
            <translation>此证书无法使用，因此未写入任何内容：文件不存在、不是证书或已过期。</translation>
        </message>
        <message>
            <source>The first day is after the last. Nothing was written.</source>
            <translation>开始日期晚于结束日期。未写入任何内容。</translation>
        </message>
        <message>
            <source>Please write a day like 2026-11-20. Nothing was written.</source>
            <translation>请按 2026-11-20 的格式填写日期。未写入任何内容。</translation>
        </message>
        <message>
            <source>Nobody is enrolled there. Nothing was written.</source>
            <translation>所选研究中心没有入组者。未写入任何内容。</translation>
        </message>
    </context>
    <context>
        <name>AlertCard</name>
        <message>
            <source>! %1 · %2</source>
            <comment>subject, instrument</comment>
            <translation>! %1 · %2</translation>
        </message>
        <message>
            <source>What was done</source>
            <translation>已采取的措施</translation>
        </message>
        <message>
            <source>Acknowledge</source>
            <translation>确认处理</translation>
        </message>
        <message>
            <source>! %1</source>
            <comment>subject</comment>
            <translation>! %1</translation>
        </message>
        <message>
            <source>To call: %1</source>
            <translation>联系：%1</translation>
        </message>
        <message>
            <source>A nurse or an investigator acknowledges it.</source>
            <translation>由护士或研究者确认。</translation>
        </message>
        <message>
            <source>An investigator closes it.</source>
            <translation>由研究者关闭。</translation>
        </message>
        <message>
            <source>What came of it</source>
            <translation>处理结果</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
    </context>
    <context>
        <name>AlertsPage</name>
        <message numerus="yes">
            <source>%n alert(s) to look after now</source>
            <translation>
                <numerusform>有 %n 条警报需要立即处理</numerusform>
            </translation>
        </message>
        <message>
            <source>Alerts</source>
            <translation>警报</translation>
        </message>
        <message>
            <source>No alert is waiting.</source>
            <translation>没有待处理的警报。</translation>
        </message>
        <message>
            <source>No alert was closed yet.</source>
            <translation>还没有已关闭的警报。</translation>
        </message>
        <message>
            <source>No alert is left to be closed.</source>
            <translation>没有待关闭的警报。</translation>
        </message>
        <message>
            <source>%1 · alerts</source>
            <comment>subject</comment>
            <translation>%1 · 警报</translation>
        </message>
        <message>
            <source>Everybody&apos;s alerts</source>
            <translation>所有人的警报</translation>
        </message>
    </context>
    <context>
        <name>AmendmentCard</name>
        <message>
            <source>Amendment</source>
            <translation>方案修正</translation>
        </message>
        <message>
            <source>File of the new version</source>
            <translation>新版本的文件</translation>
        </message>
        <message>
            <source>Read and compare</source>
            <translation>读取并比较</translation>
        </message>
        <message>
            <source>What version %1 changes</source>
            <translation>版本 %1 的改动</translation>
        </message>
        <message>
            <source>Ethics committee&apos;s approval: reference and date</source>
            <translation>伦理委员会批准：批件号与日期</translation>
        </message>
        <message>
            <source>Put in force</source>
            <translation>生效</translation>
        </message>
        <message>
            <source>Leave it</source>
            <translation>放弃</translation>
        </message>
    </context>
    <context>
        <name>AnchorList</name>
        <message>
            <source>not set</source>
            <translation>未设定</translation>
        </message>
        <message>
            <source>Change</source>
            <translation>更改</translation>
        </message>
        <message>
            <source>Set</source>
            <translation>设定</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <comment>a button and what it is about</comment>
            <translation>%1：%2</translation>
        </message>
    </context>
    <context>
        <name>AnchorPage</name>
        <message>
            <source>%1 · %2</source>
            <comment>subject, anchor</comment>
            <translation>%1 · %2</translation>
        </message>
        <message>
            <source>Now: %1</source>
            <translation>当前：%1</translation>
        </message>
        <message>
            <source>Date and time at the site</source>
            <translation>研究中心当地日期和时间</translation>
        </message>
        <message>
            <source>Now</source>
            <translation>现在</translation>
        </message>
        <message>
            <source>Fills in the present date and time</source>
            <translation>填入当前日期和时间</translation>
        </message>
        <message>
            <source>Reason for the change</source>
            <translation>更改原因</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>The clock is put back that night, so this time exists twice.</source>
            <translation>当晚时钟拨慢，这个时间出现两次。</translation>
        </message>
        <message>
            <source>Before the clock was put back</source>
            <translation>时钟拨慢之前</translation>
        </message>
        <message>
            <source>After it was put back</source>
            <translation>时钟拨慢之后</translation>
        </message>
        <message>
            <source>Change the plan</source>
            <translation>更改计划</translation>
        </message>
    </context>
    <context>
        <name>AnswerArea</name>
        <message>
            <source>This tablet can&apos;t ask this question. Please tell your nurse, and go on with “I&apos;d rather not answer”.</source>
            <translation>这台平板无法显示这个问题。请告诉护士，然后点“我不想回答”继续。</translation>
        </message>
    </context>
    <context>
        <name>AnswerWords</name>
        <message>
            <source>, </source>
            <comment>between several choices</comment>
            <translation>、</translation>
        </message>
        <message>
            <source>%1 h</source>
            <translation>%1 小时</translation>
        </message>
        <message>
            <source>%1 h %2 min</source>
            <translation>%1 小时 %2 分钟</translation>
        </message>
    </context>
    <context>
        <name>AssessmentPage</name>
        <message>
            <source>%1 · %2</source>
            <comment>instrument, timepoint</comment>
            <translation>%1 · %2</translation>
        </message>
        <message>
            <source>%1: %2 · %3</source>
            <comment>subject, instrument, timepoint</comment>
            <translation>%1：%2 · %3</translation>
        </message>
        <message>
            <source>What was given is kept from your role in this study.</source>
            <translation>本研究中，您的角色不能查看此内容。</translation>
        </message>
        <message>
            <source>Alerts</source>
            <translation>警报</translation>
        </message>
        <message>
            <source>Worth a second look</source>
            <translation>值得再看一眼</translation>
        </message>
        <message>
            <source>Corrections that were proposed</source>
            <translation>已提议的更正</translation>
        </message>
        <message>
            <source>Approve</source>
            <translation>批准</translation>
        </message>
        <message>
            <source>Decline</source>
            <translation>不批准</translation>
        </message>
        <message>
            <source>Queries</source>
            <translation>质疑</translation>
        </message>
        <message>
            <source>Answer</source>
            <translation>答复</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>Scores</source>
            <translation>得分</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <comment>score, value</comment>
            <translation>%1：%2</translation>
        </message>
        <message>
            <source>Answers</source>
            <translation>回答</translation>
        </message>
        <message>
            <source>Correct</source>
            <translation>更正</translation>
        </message>
        <message>
            <source>Propose a correction</source>
            <translation>提议更正</translation>
        </message>
        <message>
            <source>Query</source>
            <translation>质疑</translation>
        </message>
        <message>
            <source>Signatures</source>
            <translation>签名</translation>
        </message>
        <message>
            <source>Query on the whole</source>
            <translation>对整份提出质疑</translation>
        </message>
        <message>
            <source>Compared with the source</source>
            <translation>已与源文件核对</translation>
        </message>
        <message>
            <source>Sign</source>
            <translation>签名</translation>
        </message>
        <message>
            <source>It belongs elsewhere</source>
            <translation>应归他处</translation>
        </message>
        <message>
            <source>It is nobody&apos;s</source>
            <translation>不属于任何人</translation>
        </message>
        <message>
            <source>Reopen for the participant</source>
            <translation>重新开放给受试者</translation>
        </message>
    </context>
    <context>
        <name>AssessmentWords</name>
        <message>
            <source>no answer</source>
            <translation>未作答</translation>
        </message>
        <message>
            <source>declined</source>
            <translation>拒答</translation>
        </message>
        <message>
            <source>declined: %1</source>
            <translation>拒答：%1</translation>
        </message>
        <message>
            <source>Begun %1 (%2)</source>
            <translation>开始于 %1（%2）</translation>
        </message>
        <message>
            <source>Submitted %1 by %2</source>
            <translation>%2 于 %1 提交</translation>
        </message>
        <message>
            <source>Outside its window: %1</source>
            <translation>超出时间窗：%1</translation>
        </message>
        <message>
            <source>Filled in on paper: %1</source>
            <translation>纸质填写时间：%1</translation>
        </message>
        <message>
            <source>Moved here from where it was given by mistake</source>
            <translation>从误填处移至此处</translation>
        </message>
        <message>
            <source>✓ Compared with the source by %1, %2</source>
            <translation>✓ %1 已与源文件核对，%2</translation>
        </message>
        <message>
            <source>Not compared with the source</source>
            <translation>尚未与源文件核对</translation>
        </message>
        <message>
            <source>At first: %1</source>
            <translation>最初：%1</translation>
        </message>
        <message>
            <source>Corrected by %1, %2: %3</source>
            <translation>由 %1 更正，%2：%3</translation>
        </message>
        <message>
            <source>Proposed by %1, approved by %2, %3: %4</source>
            <translation>由 %1 提议，%2 批准，%3：%4</translation>
        </message>
        <message>
            <source>%1 s</source>
            <translation>%1 秒</translation>
        </message>
        <message>
            <source>missing</source>
            <translation>缺失</translation>
        </message>
        <message>
            <source>yes</source>
            <translation>是</translation>
        </message>
        <message>
            <source>no</source>
            <translation>否</translation>
        </message>
        <message>
            <source>%1, prorated</source>
            <translation>%1（按比例推算）</translation>
        </message>
        <message>
            <source>The same answer %1 times in a row, of %2 questions</source>
            <translation>%2 题中连续 %1 题回答相同</translation>
        </message>
        <message>
            <source>Rule: half of the questions or more, in a scale keyed in both directions (Curran 2016, doi 10.1016/j.jesp.2015.07.006).</source>
            <translation>规则：正反向计分的量表中，连续相同回答达一半或以上（Curran 2016，doi 10.1016/j.jesp.2015.07.006）。</translation>
        </message>
        <message>
            <source>Answered quickly: %1 s a question (median)</source>
            <translation>作答较快：每题 %1 秒（中位数）</translation>
        </message>
        <message>
            <source>Rule: under 2 s a question (Huang et al. 2012, doi 10.1007/s10869-011-9231-8), of at least five timed answers.</source>
            <translation>规则：至少五个计时回答，每题少于 2 秒（Huang 等 2012，doi 10.1007/s10869-011-9231-8）。</translation>
        </message>
        <message>
            <source>Answers that don&apos;t seem to fit together were asked about, and kept</source>
            <translation>看似不一致的回答已询问，并予保留</translation>
        </message>
        <message>
            <source>Rule: the gentle question &quot;%1&quot; of this scale.</source>
            <translation>规则：本量表的温和提示“%1”。</translation>
        </message>
        <message>
            <source>Begun before its window</source>
            <translation>在时间窗之前开始</translation>
        </message>
        <message>
            <source>Begun after its window</source>
            <translation>在时间窗之后开始</translation>
        </message>
        <message>
            <source>Rule: the study&apos;s window for this timepoint.</source>
            <translation>规则：研究为该时间点规定的时间窗。</translation>
        </message>
        <message>
            <source>%1 of %2 questions have no answer</source>
            <translation>%2 题中有 %1 题没有作答</translation>
        </message>
        <message>
            <source>Rule: asked, not optional, and not answered or declined.</source>
            <translation>规则：已询问的必答题，未作答或拒答。</translation>
        </message>
        <message>
            <source>Alert raised %1: %2</source>
            <translation>警报于 %1 触发：%2</translation>
        </message>
        <message>
            <source>closed</source>
            <translation>已关闭</translation>
        </message>
        <message>
            <source>acknowledged</source>
            <translation>已确认</translation>
        </message>
        <message>
            <source>nobody has acknowledged it</source>
            <translation>无人确认</translation>
        </message>
        <message>
            <source>%1 · raised where it was given by mistake</source>
            <translation>%1 · 在误填处触发</translation>
        </message>
        <message>
            <source>%1: &quot;%2&quot; instead of &quot;%3&quot;</source>
            <translation>%1：由“%3”改为“%2”</translation>
        </message>
        <message>
            <source>Proposed by %1, %2: %3</source>
            <translation>由 %1 提议，%2：%3</translation>
        </message>
        <message>
            <source>Declined by %1: %2</source>
            <translation>%1 未批准：%2</translation>
        </message>
        <message>
            <source>The whole assessment</source>
            <translation>整份评估</translation>
        </message>
        <message>
            <source>%1, %2: %3</source>
            <translation>%1，%2：%3</translation>
        </message>
        <message>
            <source>closed by %1</source>
            <translation>由 %1 关闭</translation>
        </message>
        <message>
            <source>answered</source>
            <translation>已答复</translation>
        </message>
        <message>
            <source>waits for an answer</source>
            <translation>等待答复</translation>
        </message>
        <message>
            <source>Signed by %1 (%2), %3: %4</source>
            <translation>%1（%2）签名，%3：%4</translation>
        </message>
        <message>
            <source>No longer holds, because the data changed %1. %2</source>
            <translation>因数据于 %1 变更，签名已失效。%2</translation>
        </message>
        <message>
            <source>begun</source>
            <translation>已开始</translation>
        </message>
        <message>
            <source>done</source>
            <translation>已完成</translation>
        </message>
        <message>
            <source>ended early</source>
            <translation>提前结束</translation>
        </message>
        <message>
            <source>%1 · %2</source>
            <comment>instrument, timepoint</comment>
            <translation>%1 · %2</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <translation>%1：%2</translation>
        </message>
    </context>
    <context>
        <name>AuditFilters</name>
        <message>
            <source>Kind</source>
            <translation>类别</translation>
        </message>
        <message>
            <source>Who</source>
            <translation>何人</translation>
        </message>
        <message>
            <source>Subject id, or the word device</source>
            <translation>受试者编号，或“设备”二字</translation>
        </message>
        <message>
            <source>From day</source>
            <translation>起始日期</translation>
        </message>
        <message>
            <source>To day</source>
            <translation>截止日期</translation>
        </message>
        <message>
            <source>Show</source>
            <translation>显示</translation>
        </message>
        <message>
            <source>Not as a file</source>
            <translation>不写成文件</translation>
        </message>
        <message>
            <source>As a file…</source>
            <translation>写成文件…</translation>
        </message>
        <message>
            <source>Folder to write to</source>
            <translation>写入的文件夹</translation>
        </message>
        <message>
            <source>Certificate file of the person who may open it; left out, anyone who finds the file can read it</source>
            <translation>可打开者的证书文件；不填则任何拿到文件的人都能读</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>原因</translation>
        </message>
        <message>
            <source>Write PDF</source>
            <translation>写成 PDF</translation>
        </message>
        <message>
            <source>Write CSV</source>
            <translation>写成 CSV</translation>
        </message>
    </context>
    <context>
        <name>AuditPage</name>
        <message>
            <source>Audit trail</source>
            <translation>稽查轨迹</translation>
        </message>
        <message>
            <source>‹ Newer</source>
            <translation>‹ 较新</translation>
        </message>
        <message>
            <source>Older ›</source>
            <translation>较早 ›</translation>
        </message>
        <message>
            <source>Events, newest first</source>
            <translation>事件，最新的在前</translation>
        </message>
    </context>
    <context>
        <name>AuditRow</name>
        <message>
            <source>Reason: %1</source>
            <translation>原因：%1</translation>
        </message>
        <message>
            <source>%1 · %2</source>
            <comment>time, name and role</comment>
            <translation>%1 · %2</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <comment>subject, what happened</comment>
            <translation>%1：%2</translation>
        </message>
        <message>
            <source>%1 · %2</source>
            <comment>exact time; number, tablet, version</comment>
            <translation>%1 · %2</translation>
        </message>
        <message>
            <source>Redact …</source>
            <translation>遮盖…</translation>
        </message>
        <message>
            <source>Redact: %1</source>
            <comment>what an event says</comment>
            <translation>遮盖：%1</translation>
        </message>
    </context>
    <context>
        <name>BackupPage</name>
        <message>
            <source>Backup and checks</source>
            <translation>备份与检查</translation>
        </message>
        <message>
            <source>%1: a lost tablet would lose them.</source>
            <translation>%1：平板若丢失，这些记录也会丢失。</translation>
        </message>
        <message>
            <source>Everything is backed up.</source>
            <translation>全部已备份。</translation>
        </message>
        <message>
            <source>Last backup: %1.</source>
            <translation>上次备份：%1。</translation>
        </message>
        <message>
            <source>There is no backup yet.</source>
            <translation>尚无备份。</translation>
        </message>
        <message>
            <source>No recovery certificate is named, so nothing can be backed up: nobody could open it. The site makes one, keeps its key in a safe away from this tablet, and an administrator names the certificate below.</source>
            <translation>尚未指定恢复证书，因此无法备份：备份将无人能打开。请由研究中心制作一份证书，将其密钥保存在远离这台平板的保险柜中，并由管理员在下方指定该证书。</translation>
        </message>
        <message>
            <source>Back up now</source>
            <translation>立即备份</translation>
        </message>
        <message>
            <source>Folder on another disk or a stick</source>
            <translation>另一块磁盘或 U 盘上的文件夹</translation>
        </message>
        <message>
            <source>How many backups stay there; older ones are removed</source>
            <translation>保留多少份备份；更早的会被删除</translation>
        </message>
        <message>
            <source>%1 % done</source>
            <translation>已完成 %1 %</translation>
        </message>
        <message>
            <source>Back up</source>
            <translation>备份</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>停止</translation>
        </message>
        <message>
            <source>Check all that is stored: every event, chain and checkpoint</source>
            <translation>检查全部存储内容：每条事件、每条链和每个检查点</translation>
        </message>
        <message>
            <source>Check now</source>
            <translation>立即检查</translation>
        </message>
        <message>
            <source>By itself</source>
            <translation>自动备份</translation>
        </message>
    </context>
    <context>
        <name>BreathPage</name>
        <message>
            <source>Begin ›</source>
            <translation>开始 ›</translation>
        </message>
        <message>
            <source>Go on ›</source>
            <translation>继续 ›</translation>
        </message>
        <message>
            <source>Welcome. Take all the time you need.</source>
            <translation>您好。请慢慢来，不着急。</translation>
        </message>
        <message>
            <source>That part is done. Thank you.</source>
            <translation>这一部分完成了，谢谢您。</translation>
        </message>
        <message>
            <source>Next: %1</source>
            <comment>the title of the next questions</comment>
            <translation>接下来：%1</translation>
        </message>
        <message numerus="yes">
            <source>%n question(s)</source>
            <translation>
                <numerusform>共 %n 个问题</numerusform>
            </translation>
        </message>
        <message>
            <source>In which language would you like to read?</source>
            <translation>您想用哪种语言阅读？</translation>
        </message>
    </context>
    <context>
        <name>CallPage</name>
        <message>
            <source>Calls · %1 · %2</source>
            <comment>subject, timepoint</comment>
            <translation>通话 · %1 · %2</translation>
        </message>
        <message>
            <source>Telephone: %1</source>
            <translation>电话：%1</translation>
        </message>
        <message>
            <source>No telephone number is stored.</source>
            <translation>没有保存电话号码。</translation>
        </message>
        <message>
            <source>Ask by telephone now</source>
            <translation>现在电话询问</translation>
        </message>
        <message>
            <source>Who was reached</source>
            <translation>联系到了谁</translation>
        </message>
        <message>
            <source>What it came to</source>
            <translation>结果</translation>
        </message>
        <message>
            <source>What happened</source>
            <translation>发生了什么</translation>
        </message>
        <message>
            <source>Remark (may stay empty)</source>
            <translation>备注（可不填）</translation>
        </message>
        <message>
            <source>Add to the log</source>
            <translation>记入记录</translation>
        </message>
        <message numerus="yes">
            <source>%n call(s) so far</source>
            <translation>
                <numerusform>已有 %n 次通话</numerusform>
            </translation>
        </message>
        <message>
            <source>No call so far.</source>
            <translation>还没有通话。</translation>
        </message>
        <message>
            <source>%1, by %2</source>
            <comment>when, who called</comment>
            <translation>%1，%2</translation>
        </message>
    </context>
    <context>
        <name>CheckCard</name>
        <message>
            <source>Change it</source>
            <translation>我来修改</translation>
        </message>
        <message>
            <source>It is right</source>
            <translation>没有错</translation>
        </message>
    </context>
    <context>
        <name>ClockPage</name>
        <message>
            <source>Ward clock</source>
            <translation>病房时钟</translation>
        </message>
        <message>
            <source>Due today. Walk to the clock that the ward goes by, and type what it shows in that moment.</source>
            <translation>今天需要核对。请走到病房所用的时钟前，输入它此刻显示的时间。</translation>
        </message>
        <message>
            <source>The ward&apos;s clock shows</source>
            <translation>病房时钟显示</translation>
        </message>
        <message>
            <source>Compare</source>
            <translation>对照</translation>
        </message>
        <message>
            <source>Nurses and investigators compare the clocks.</source>
            <translation>由护士和研究者核对时钟。</translation>
        </message>
    </context>
    <context>
        <name>ConsentFields</name>
        <message>
            <source>Version of the consent form</source>
            <translation>知情同意书版本</translation>
        </message>
        <message>
            <source>Date and time at the site</source>
            <translation>中心当地日期和时间</translation>
        </message>
        <message>
            <source>Now</source>
            <translation>现在</translation>
        </message>
        <message>
            <source>Fills in the present date and time</source>
            <translation>填入当前日期和时间</translation>
        </message>
        <message>
            <source>Before the clock was put back</source>
            <translation>时钟拨慢之前</translation>
        </message>
        <message>
            <source>After it was put back</source>
            <translation>时钟拨慢之后</translation>
        </message>
        <message>
            <source>Who consented</source>
            <translation>由谁签署同意</translation>
        </message>
        <message>
            <source>The participant in person</source>
            <translation>受试者本人</translation>
        </message>
    </context>
    <context>
        <name>ConsentPage</name>
        <message>
            <source>Consent · %1</source>
            <comment>subject</comment>
            <translation>知情同意 · %1</translation>
        </message>
        <message>
            <source>This study keeps no consent on the tablet.</source>
            <translation>本研究不在平板上保存知情同意。</translation>
        </message>
        <message>
            <source>Nothing is wanting. What was entered wrongly is entered once more; the first date of consent is corrected among the dates.</source>
            <translation>没有缺少的同意。输错的内容请重新录入一次；首次同意的日期请在日期中更正。</translation>
        </message>
        <message>
            <source>Record consent</source>
            <translation>记录知情同意</translation>
        </message>
    </context>
    <context>
        <name>ContactCard</name>
        <message>
            <source>Name</source>
            <translation>姓名</translation>
        </message>
        <message>
            <source>Telephone</source>
            <translation>电话</translation>
        </message>
        <message>
            <source>Record number</source>
            <translation>病历号</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <comment>label, value</comment>
            <translation>%1：%2</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>Change</source>
            <translation>更改</translation>
        </message>
        <message>
            <source>Change who they are and how to reach them</source>
            <translation>更改身份信息和联系方式</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
    </context>
    <context>
        <name>CoverPage</name>
        <message>
            <source>Thank you. Please give the tablet back to your nurse.</source>
            <translation>谢谢您。请把平板交还给护士。</translation>
        </message>
        <message>
            <source>Please give the tablet back to your nurse.</source>
            <translation>请把平板交还给护士。</translation>
        </message>
        <message>
            <source>I&apos;d like to go on</source>
            <translation>我想继续回答</translation>
        </message>
        <message>
            <source>Staff: please enter your PIN</source>
            <translation>工作人员：请输入 PIN 码</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>Staff</source>
            <translation>工作人员</translation>
        </message>
    </context>
    <context>
        <name>DeclinePanel</name>
        <message>
            <source>I don&apos;t know</source>
            <translation>我不知道</translation>
        </message>
        <message>
            <source>I&apos;d rather not say</source>
            <translation>我不想说</translation>
        </message>
        <message>
            <source>It doesn&apos;t fit me</source>
            <translation>不适合我的情况</translation>
        </message>
        <message>
            <source>I&apos;m too tired</source>
            <translation>我太累了</translation>
        </message>
        <message>
            <source>If you like, tell us why:</source>
            <translation>如果您愿意，可以告诉我们原因：</translation>
        </message>
        <message>
            <source>In my own words</source>
            <translation>我自己写</translation>
        </message>
        <message>
            <source>No reason</source>
            <translation>不说明原因</translation>
        </message>
        <message>
            <source>Why you&apos;d rather not answer</source>
            <translation>您不想回答的原因</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>完成</translation>
        </message>
    </context>
    <context>
        <name>DigitEntry</name>
        <message>
            <source>There is no such date. Please check it.</source>
            <translation>没有这个日期，请核对。</translation>
        </message>
        <message>
            <source>There is no such time. Please check it.</source>
            <translation>没有这个时间，请核对。</translation>
        </message>
        <message>
            <source>h</source>
            <comment>hours</comment>
            <translation>小时</translation>
        </message>
        <message>
            <source>min</source>
            <comment>minutes</comment>
            <translation>分钟</translation>
        </message>
        <message>
            <source>year, month, day</source>
            <translation>年、月、日</translation>
        </message>
        <message>
            <source>%1 or %2?</source>
            <comment>AM or PM</comment>
            <translation>%1还是%2？</translation>
        </message>
        <message>
            <source>nothing entered yet</source>
            <translation>还没有填写</translation>
        </message>
        <message>
            <source>Wheels</source>
            <translation>转轮</translation>
        </message>
        <message>
            <source>Use the wheels</source>
            <translation>改用转轮选择</translation>
        </message>
        <message>
            <source>Decimal point</source>
            <translation>小数点</translation>
        </message>
        <message>
            <source>Minus sign</source>
            <translation>负号</translation>
        </message>
    </context>
    <context>
        <name>EndpointCard</name>
        <message>
            <source>%1: %2</source>
            <comment>what, how it is</comment>
            <translation>%1：%2</translation>
        </message>
        <message>
            <source>Missing: %1</source>
            <translation>缺少：%1</translation>
        </message>
    </context>
    <context>
        <name>EnrolPage</name>
        <message>
            <source>Enrol a participant</source>
            <translation>新受试者入组</translation>
        </message>
        <message>
            <source>Subject id</source>
            <translation>受试者编号</translation>
        </message>
        <message>
            <source>Language of the questions</source>
            <translation>答题语言</translation>
        </message>
        <message>
            <source>The next three are optional. They are stored apart from the answers, under a key of their own.</source>
            <translation>以下三项可不填。它们与答案分开存放，使用单独的密钥。</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>姓名</translation>
        </message>
        <message>
            <source>Telephone</source>
            <translation>电话</translation>
        </message>
        <message>
            <source>Record number</source>
            <translation>病历号</translation>
        </message>
        <message>
            <source>Enrol</source>
            <translation>入组</translation>
        </message>
        <message>
            <source>Site</source>
            <translation>中心</translation>
        </message>
        <message>
            <source>Text size of the questions</source>
            <translation>问卷字号</translation>
        </message>
        <message>
            <source>Consent comes before the first question. It can also be recorded later.</source>
            <translation>先知情同意，再提第一个问题。也可以稍后再记录。</translation>
        </message>
        <message>
            <source>Consent was given</source>
            <translation>已签署同意</translation>
        </message>
        <message>
            <source>Record it later</source>
            <translation>稍后记录</translation>
        </message>
    </context>
    <context>
        <name>EventWords</name>
        <message>
            <source>Withdrawn from: %1</source>
            <translation>退出：%1</translation>
        </message>
        <message>
            <source>, </source>
            <comment>between things that ended</comment>
            <translation>、</translation>
        </message>
        <message>
            <source>%1; who they are was destroyed</source>
            <translation>%1；身份信息已销毁</translation>
        </message>
        <message>
            <source>Unblinded in an emergency: whoever wrote this saw the allocation</source>
            <translation>紧急揭盲：记录者已知分组</translation>
        </message>
        <message>
            <source>Unblinded as planned: whoever wrote this saw the allocation</source>
            <translation>计划揭盲：记录者已知分组</translation>
        </message>
        <message>
            <source>%1 %2</source>
            <comment>score, value</comment>
            <translation>%1 %2</translation>
        </message>
        <message>
            <source>%1 goes on: %2</source>
            <translation>%1 继续：%2</translation>
        </message>
        <message>
            <source>withheld: it would tell the arm</source>
            <translation>不予显示：会透露分组</translation>
        </message>
        <message>
            <source>%1 · %2</source>
            <comment>instrument, timepoint</comment>
            <translation>%1 · %2</translation>
        </message>
        <message>
            <source>no answer</source>
            <translation>未作答</translation>
        </message>
        <message>
            <source>declined</source>
            <translation>拒答</translation>
        </message>
        <message>
            <source>declined: %1</source>
            <translation>拒答：%1</translation>
        </message>
        <message>
            <source>Enrolled as %1</source>
            <translation>入组，编号 %1</translation>
        </message>
        <message>
            <source>Identity written down (kept apart, not shown here)</source>
            <translation>已登记身份信息（单独保存，此处不显示）</translation>
        </message>
        <message>
            <source>Note: %1</source>
            <translation>备注：%1</translation>
        </message>
        <message>
            <source>A note (withheld)</source>
            <translation>备注（不予显示）</translation>
        </message>
        <message>
            <source>Consent of %1, document %2, by %3</source>
            <translation>知情同意 %1，版本 %2，由 %3</translation>
        </message>
        <message>
            <source>Screen failure</source>
            <translation>筛选失败</translation>
        </message>
        <message>
            <source>Suspended: %1</source>
            <translation>暂停：%1</translation>
        </message>
        <message>
            <source>Resumed</source>
            <translation>恢复</translation>
        </message>
        <message>
            <source>Follows version %1 of the study from here on</source>
            <translation>自此遵循研究方案版本 %1</translation>
        </message>
        <message>
            <source>Whereabouts: %1</source>
            <translation>所在：%1</translation>
        </message>
        <message>
            <source>Called for %1: reached %2, %3</source>
            <translation>为%1致电：接听者 %2，%3</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <translation>%1：%2</translation>
        </message>
        <message>
            <source>%1 postponed to %2</source>
            <translation>%1推迟至 %2</translation>
        </message>
        <message>
            <source>%1 corrected to %2</source>
            <translation>%1更正为 %2</translation>
        </message>
        <message>
            <source>%1 cancelled</source>
            <translation>%1已取消</translation>
        </message>
        <message>
            <source>%1 again: %2</source>
            <translation>再次%1：%2</translation>
        </message>
        <message>
            <source>%1 is asked once more</source>
            <translation>%1再次询问</translation>
        </message>
        <message>
            <source>Missed: %1 (%2)</source>
            <translation>缺失：%1（%2）</translation>
        </message>
        <message>
            <source>Tablet handed over for %1 (%2)</source>
            <translation>为%1交出平板（%2）</translation>
        </message>
        <message>
            <source>Chose %1</source>
            <translation>选择 %1</translation>
        </message>
        <message>
            <source>Text at %1 %</source>
            <translation>文字 %1 %</translation>
        </message>
        <message>
            <source>Tried to leave the screen (%1)</source>
            <translation>试图离开屏幕（%1）</translation>
        </message>
        <message>
            <source>Tablet given back</source>
            <translation>平板已交还</translation>
        </message>
        <message>
            <source>Began %1 (%2)</source>
            <translation>开始 %1（%2）</translation>
        </message>
        <message>
            <source>Read the review page of %1</source>
            <translation>查看 %1 的检查页</translation>
        </message>
        <message>
            <source>Was shown: %1</source>
            <translation>显示：%1</translation>
        </message>
        <message>
            <source>%1 — %2</source>
            <comment>question, answer</comment>
            <translation>%1——%2</translation>
        </message>
        <message>
            <source>%1 ended early</source>
            <translation>%1 提前结束</translation>
        </message>
        <message>
            <source>Submitted %1</source>
            <translation>提交 %1</translation>
        </message>
        <message>
            <source>%1; scores: %2</source>
            <translation>%1；得分：%2</translation>
        </message>
        <message>
            <source>Asked whether the answers fit together, and kept them: %1</source>
            <translation>询问回答是否一致，并予保留：%1</translation>
        </message>
        <message>
            <source>Reopened %1</source>
            <translation>重新打开 %1</translation>
        </message>
        <message>
            <source>Typed in from elsewhere: %1</source>
            <translation>从他处录入：%1</translation>
        </message>
        <message>
            <source>Alert: %1</source>
            <translation>警报：%1</translation>
        </message>
        <message>
            <source>Alert acknowledged: %1</source>
            <translation>警报已确认：%1</translation>
        </message>
        <message>
            <source>Nobody had acknowledged the alert: %1 is called</source>
            <translation>警报无人确认：呼叫 %1</translation>
        </message>
        <message>
            <source>Alert closed: %1</source>
            <translation>警报已关闭：%1</translation>
        </message>
        <message>
            <source>Corrected: %1 — &quot;%2&quot; instead of &quot;%3&quot;</source>
            <translation>已更正：%1——由“%3”改为“%2”</translation>
        </message>
        <message>
            <source>Correction proposed: %1 — &quot;%2&quot; instead of &quot;%3&quot;</source>
            <translation>提议更正：%1——由“%3”改为“%2”</translation>
        </message>
        <message>
            <source>Proposed correction declined</source>
            <translation>更正提议未获批准</translation>
        </message>
        <message>
            <source>Voided: %1</source>
            <translation>作废：%1</translation>
        </message>
        <message>
            <source>Moved here: %1</source>
            <translation>移至此处：%1</translation>
        </message>
        <message>
            <source>Query on %1: %2</source>
            <translation>对%1的质疑：%2</translation>
        </message>
        <message>
            <source>Query answered: %1</source>
            <translation>质疑已答复：%1</translation>
        </message>
        <message>
            <source>Query closed</source>
            <translation>质疑已关闭</translation>
        </message>
        <message>
            <source>Compared with the source: %1</source>
            <translation>已与源文件核对：%1</translation>
        </message>
        <message>
            <source>Signed the whole record: %1</source>
            <translation>签署全部记录：%1</translation>
        </message>
        <message>
            <source>Signed %1: %2</source>
            <translation>签署 %1：%2</translation>
        </message>
        <message>
            <source>Data: %1</source>
            <translation>数据：%1</translation>
        </message>
        <message>
            <source>Something that this version doesn&apos;t know: %1</source>
            <translation>此版本不认识的内容：%1</translation>
        </message>
        <message>
            <source>What it says can&apos;t be read any more, its key is gone: %1</source>
            <translation>内容已无法读取，其密钥已销毁：%1</translation>
        </message>
        <message>
            <source>Vault made, for a demonstration</source>
            <translation>已建立数据保险库（演示用）</translation>
        </message>
        <message>
            <source>Vault made</source>
            <translation>已建立数据保险库</translation>
        </message>
        <message>
            <source>Version %1 of the study in force</source>
            <translation>研究方案版本 %1 生效</translation>
        </message>
        <message>
            <source>Version %1 of the study in force, approved as %2</source>
            <translation>研究方案版本 %1 生效，批准文号 %2</translation>
        </message>
        <message>
            <source>Account %1 disabled</source>
            <translation>账户 %1 已停用</translation>
        </message>
        <message>
            <source>Passphrase of %1 changed</source>
            <translation>%1 的口令已更改</translation>
        </message>
        <message>
            <source>Recovery certificate named: %1</source>
            <translation>已指定恢复证书：%1</translation>
        </message>
        <message>
            <source>Recovery certificates named, any %1 of their %2 keys are needed together: %3</source>
            <translation>已指定恢复证书，%2 把密钥中需任意 %1 把一起使用：%3</translation>
        </message>
        <message>
            <source>Recovery certificates named, all their %1 keys are needed together: %2</source>
            <translation>已指定恢复证书，全部 %1 把密钥需一起使用：%2</translation>
        </message>
        <message>
            <source>Recovery certificates named, any one of their %1 keys is enough: %2</source>
            <translation>已指定恢复证书，%1 把密钥中任一把即可：%2</translation>
        </message>
        <message>
            <source>Roles of %1 are now: %2</source>
            <translation>%1 的角色现为：%2</translation>
        </message>
        <message>
            <source>Unlocked</source>
            <translation>已解锁</translation>
        </message>
        <message>
            <source>Unlocked, after %1 refused passphrase(s)</source>
            <translation>已解锁，此前有 %1 次口令被拒</translation>
        </message>
        <message>
            <source>Locked</source>
            <translation>已锁定</translation>
        </message>
        <message>
            <source>Refused, this role may not: %1</source>
            <translation>被拒绝，此角色不可：%1</translation>
        </message>
        <message>
            <source>not sealed</source>
            <translation>未加封</translation>
        </message>
        <message>
            <source>Compared with the ward&apos;s clock, which showed %1: the tablet is off by %2 s</source>
            <translation>与病房时钟（显示 %1）比对：平板相差 %2 秒</translation>
        </message>
        <message>
            <source>The whole study&apos;s data: %1</source>
            <translation>整个研究的数据：%1</translation>
        </message>
        <message>
            <source>Signed the whole study, %1 streams: %2</source>
            <translation>已签署整个研究（%1 条记录链）：%2</translation>
        </message>
        <message>
            <source>Instruction read for %1: %2</source>
            <translation>已阅读 %1 的指示：%2</translation>
        </message>
        <message>
            <source>Checkpoint signed: %1</source>
            <translation>已签署检查点：%1</translation>
        </message>
        <message>
            <source>, </source>
            <comment>between roles</comment>
            <translation>、</translation>
        </message>
        <message>
            <source>, </source>
            <comment>between streams</comment>
            <translation>、</translation>
        </message>
        <message>
            <source>sealed to %1</source>
            <comment>certificates</comment>
            <translation>加封给 %1</translation>
        </message>
        <message>
            <source>Account %1 added: %2</source>
            <comment>name, roles</comment>
            <translation>已添加账户 %1：%2</translation>
        </message>
        <message>
            <source>Not part of this export: %1</source>
            <translation>不在此导出中：%1</translation>
        </message>
        <message>
            <source>the audit trail %1</source>
            <comment>whose</comment>
            <translation>稽查轨迹（%1）</translation>
        </message>
        <message>
            <source>%1 (%2)</source>
            <comment>whose, audience</comment>
            <translation>%1（%2）</translation>
        </message>
        <message>
            <source>Export begun, %1, %2</source>
            <comment>what, how sealed</comment>
            <translation>已开始导出，%1，%2</translation>
        </message>
        <message>
            <source>Export cut short, %1: the program ended in the middle of it; a whole file may have been written</source>
            <translation>导出中断，%1：程序中途结束；可能已写出一个完整的文件</translation>
        </message>
        <message>
            <source>there was no such folder any more</source>
            <translation>该文件夹已不存在</translation>
        </message>
        <message>
            <source>the folder can&apos;t be written to</source>
            <translation>该文件夹不可写入</translation>
        </message>
        <message>
            <source>there was too little room</source>
            <translation>空间不足</translation>
        </message>
        <message>
            <source>the file could not be made</source>
            <translation>无法生成文件</translation>
        </message>
        <message>
            <source>Export failed, %1: %2. Nothing was written.</source>
            <comment>what, why</comment>
            <translation>导出失败，%1：%2。未写入任何内容。</translation>
        </message>
        <message>
            <source>the file could not be written</source>
            <translation>无法写入文件</translation>
        </message>
        <message>
            <source>Exported %1 (%2), %3: bundle %4</source>
            <comment>subject, audience, how sealed, id</comment>
            <translation>已导出 %1（%2），%3：数据包 %4</translation>
        </message>
        <message>
            <source>%1 up to event %2</source>
            <comment>stream, number</comment>
            <translation>%1 至第 %2 个事件</translation>
        </message>
        <message>
            <source>Backed up %1 events: %2</source>
            <comment>count, id</comment>
            <translation>已备份 %1 个事件：%2</translation>
        </message>
        <message>
            <source>Passphrase refused, for no account of this vault, %1</source>
            <translation>口令被拒（不是本保险库的账户），%1</translation>
        </message>
        <message>
            <source>Passphrase refused for %1, %2</source>
            <translation>%1 的口令被拒，%2</translation>
        </message>
        <message>
            <source>%1 time(s), from %2 to %3</source>
            <translation>%1 次，自 %2 至 %3</translation>
        </message>
        <message>
            <source>The tablet&apos;s count of refused passphrases was changed or removed by another program</source>
            <translation>平板上被拒口令的计数被其他程序更改或删除</translation>
        </message>
        <message>
            <source>Wrong PIN at taking the tablet back: it locked itself</source>
            <translation>收回平板时 PIN 错误：平板已自行锁定</translation>
        </message>
        <message>
            <source>Wrong PIN at taking the tablet back, tries left: %1</source>
            <translation>收回平板时 PIN 错误，剩余次数：%1</translation>
        </message>
        <message>
            <source>What the tablet remembers outside the vault of its last event was removed</source>
            <translation>平板在数据库之外留存的最近事件记录被删除</translation>
        </message>
        <message>
            <source>What the tablet remembers outside the vault of its last event was changed by another program</source>
            <translation>平板在数据库之外留存的最近事件记录被其他程序更改</translation>
        </message>
        <message>
            <source>The vault lacks what the tablet vouched for (event %1 of its own): an older copy was put back</source>
            <translation>数据库缺少平板已确认的内容（其自身第 %1 个事件）：有人放回了较旧的副本</translation>
        </message>
        <message>
            <source>The program was started with another time than the tablet&apos;s clock, off by %1 s</source>
            <translation>程序启动时指定了与平板时钟不同的时间，相差 %1 秒</translation>
        </message>
        <message>
            <source>of everybody</source>
            <translation>全体</translation>
        </message>
        <message>
            <source>of %1</source>
            <translation>%1</translation>
        </message>
        <message>
            <source>Audit trail %1 written as %2, %3 events, %4</source>
            <comment>whose, format, count, how sealed</comment>
            <translation>已写出稽查轨迹（%1，%2，%3 个事件，%4）</translation>
        </message>
        <message>
            <source>A free text was redacted: who somebody is stood in it. What it said is gone for good</source>
            <translation>一段文字已遮盖：其中写有个人身份信息。原文已永久删除</translation>
        </message>
        <message>
            <source>A free text was redacted: who somebody is stood in it. It is shown to nobody</source>
            <translation>一段文字已遮盖：其中写有个人身份信息。任何人都不再看到原文</translation>
        </message>
        <message>
            <source>The vault goes on on this tablet, from a backup: %1</source>
            <translation>数据库由备份恢复到本平板继续使用：%1</translation>
        </message>
        <message>
            <source>The vault goes on on this tablet, by recovery%1</source>
            <translation>数据库经恢复密钥在本平板继续使用%1</translation>
        </message>
        <message>
            <source>Tablet %1 has no say any more; what it recorded stays</source>
            <translation>平板 %1 已被吊销；其已记录的内容保留</translation>
        </message>
        <message>
            <source>Took in %1 events of the tablet %2, from its backup %3</source>
            <translation>已并入平板 %2 的 %1 个事件（备份 %3）</translation>
        </message>
        <message>
            <source>%1 was let in by the recovery key, without a passphrase</source>
            <translation>%1 凭恢复密钥进入，未使用口令</translation>
        </message>
        <message>
            <source>The vault has new keys; an old keyring opens nothing</source>
            <translation>数据库已更换密钥；旧的密钥环不再有效</translation>
        </message>
        <message>
            <source>Backups only when somebody asks for one</source>
            <translation>仅在有人要求时备份</translation>
        </message>
        <message>
            <source>A backup is due every %1 h</source>
            <translation>每 %1 小时应备份一次</translation>
        </message>
        <message>
            <source>The tablet&apos;s clock jumped forward by %1 s</source>
            <translation>平板时钟向前跳了 %1 秒</translation>
        </message>
        <message>
            <source>The tablet&apos;s clock jumped back by %1 s</source>
            <translation>平板时钟向后跳了 %1 秒</translation>
        </message>
        <message>
            <source>Not missed after all: %1</source>
            <translation>并非缺失：%1</translation>
        </message>
        <message>
            <source>Export stopped, %1. Nothing was written.</source>
            <comment>what</comment>
            <translation>导出已停止（%1）。未写入任何内容。</translation>
        </message>
    </context>
    <context>
        <name>ExportAllPage</name>
        <message>
            <source>Export everybody</source>
            <translation>导出全部受试者</translation>
        </message>
        <message numerus="yes">
            <source>Export %n participant(s)</source>
            <translation>
                <numerusform>导出 %n 位受试者</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ExportChoice</name>
        <message>
            <source>CSV and codebook</source>
            <translation>CSV 及编码手册</translation>
        </message>
        <message>
            <source>ODM-XML</source>
            <translation>ODM-XML</translation>
        </message>
        <message>
            <source>SDTM, Dataset-JSON</source>
            <translation>SDTM（Dataset-JSON）</translation>
        </message>
        <message>
            <source>SDTM, SAS XPT</source>
            <translation>SDTM（SAS XPT）</translation>
        </message>
        <message>
            <source>Define-XML</source>
            <translation>Define-XML</translation>
        </message>
        <message>
            <source>REDCap</source>
            <translation>REDCap</translation>
        </message>
        <message>
            <source>SPSS</source>
            <translation>SPSS</translation>
        </message>
        <message>
            <source>Stata</source>
            <translation>Stata</translation>
        </message>
        <message>
            <source>FHIR</source>
            <translation>FHIR</translation>
        </message>
        <message>
            <source>PDF report</source>
            <translation>PDF 报告</translation>
        </message>
        <message>
            <source>, </source>
            <comment>between what is exported</comment>
            <translation>、</translation>
        </message>
        <message>
            <source>begun on %1 or later</source>
            <translation>%1 及以后开始的</translation>
        </message>
        <message>
            <source>begun on %1 or earlier</source>
            <translation>%1 及以前开始的</translation>
        </message>
        <message>
            <source>Everything</source>
            <translation>全部内容</translation>
        </message>
        <message>
            <source>Only %1</source>
            <translation>仅 %1</translation>
        </message>
        <message>
            <source>; </source>
            <comment>between parts</comment>
            <translation>；</translation>
        </message>
        <message>
            <source>%1, %2</source>
            <comment>what, in which formats</comment>
            <translation>%1，%2</translation>
        </message>
        <message>
            <source>all formats</source>
            <translation>所有格式</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <comment>SDTM table, form</comment>
            <translation>%1：%2</translation>
        </message>
        <message>
            <source>%1; SDTM without %2</source>
            <comment>what, tables</comment>
            <translation>%1；SDTM 不含 %2</translation>
        </message>
    </context>
    <context>
        <name>ExportChoices</name>
        <message>
            <source>Only these timepoints</source>
            <translation>仅这些时间点</translation>
        </message>
        <message>
            <source>Only these instruments</source>
            <translation>仅这些量表和表单</translation>
        </message>
        <message>
            <source>Only these sites</source>
            <translation>仅这些研究中心</translation>
        </message>
        <message>
            <source>Only these formats</source>
            <translation>仅这些格式</translation>
        </message>
        <message>
            <source>Choose …</source>
            <translation>选择…</translation>
        </message>
        <message>
            <source>Only what was begun on this day or later</source>
            <translation>仅这一天及以后开始的</translation>
        </message>
        <message>
            <source>Only what was begun on this day or earlier</source>
            <translation>仅这一天及以前开始的</translation>
        </message>
        <message>
            <source>Labels and report in</source>
            <translation>标签和报告的语言</translation>
        </message>
        <message>
            <source>Whatever was exported before</source>
            <translation>不论以前是否导出过</translation>
        </message>
        <message>
            <source>Only what changed since the last export of the same</source>
            <translation>仅上次相同导出之后有变化的</translation>
        </message>
        <message>
            <source>With everybody&apos;s tables in one, too</source>
            <translation>另附全部受试者的合并表</translation>
        </message>
        <message>
            <source>Without</source>
            <translation>不附</translation>
        </message>
        <message>
            <source>Without what would tell the allocation</source>
            <translation>不含会透露分组的内容</translation>
        </message>
        <message>
            <source>With it</source>
            <translation>包含</translation>
        </message>
        <message>
            <source>SDTM without these tables of staff&apos;s forms</source>
            <translation>SDTM 不含以下工作人员表单的数据表</translation>
        </message>
    </context>
    <context>
        <name>ExportFields</name>
        <message>
            <source>Investigators and data managers export.</source>
            <translation>由研究者和数据管理员导出。</translation>
        </message>
        <message>
            <source>Folder to write to</source>
            <translation>写入的文件夹</translation>
        </message>
        <message>
            <source>Sealed</source>
            <translation>已密封</translation>
        </message>
        <message>
            <source>Unsealed</source>
            <translation>未密封</translation>
        </message>
        <message>
            <source>Certificate file of the person who may open it</source>
            <translation>可打开者的证书文件</translation>
        </message>
        <message>
            <source>Anyone who finds an unsealed bundle can read it. The reason is recorded.</source>
            <translation>任何人拿到未密封的数据包都能阅读。原因会被记录。</translation>
        </message>
        <message>
            <source>Reason (may stay empty)</source>
            <translation>原因（可不填）</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>原因</translation>
        </message>
        <message>
            <source>Everybody&apos;s tables are written in one: %1 %</source>
            <translation>正在写入全部受试者的合并表：%1 %</translation>
        </message>
        <message>
            <source>%1 of %2 done</source>
            <translation>已完成 %1 / %2</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>停止</translation>
        </message>
        <message>
            <source>Names and contacts, as a sealed file of their own</source>
            <translation>姓名与联系方式，单独导出为加封文件</translation>
        </message>
    </context>
    <context>
        <name>ExportPage</name>
        <message>
            <source>Export %1</source>
            <translation>导出 %1</translation>
        </message>
        <message>
            <source>Export</source>
            <translation>导出</translation>
        </message>
    </context>
    <context>
        <name>FactWords</name>
        <message>
            <source>the participant</source>
            <translation>受试者本人</translation>
        </message>
        <message>
            <source>a representative</source>
            <translation>代理人</translation>
        </message>
        <message>
            <source>the investigator</source>
            <translation>研究者</translation>
        </message>
        <message>
            <source>intensive care</source>
            <translation>重症监护</translation>
        </message>
        <message>
            <source>capacity lost</source>
            <translation>丧失知情同意能力</translation>
        </message>
        <message>
            <source>another reason</source>
            <translation>其他原因</translation>
        </message>
        <message>
            <source>the study drug</source>
            <translation>研究药物</translation>
        </message>
        <message>
            <source>questionnaires</source>
            <translation>问卷</translation>
        </message>
        <message>
            <source>calls</source>
            <translation>电话随访</translation>
        </message>
        <message>
            <source>use of records</source>
            <translation>病历使用</translation>
        </message>
        <message>
            <source>Ward</source>
            <translation>病区</translation>
        </message>
        <message>
            <source>Theatre</source>
            <translation>手术室</translation>
        </message>
        <message>
            <source>Recovery room</source>
            <translation>麻醉恢复室</translation>
        </message>
        <message>
            <source>Intensive care</source>
            <translation>重症监护室</translation>
        </message>
        <message>
            <source>At home</source>
            <translation>在家</translation>
        </message>
        <message>
            <source>bed %1</source>
            <translation>%1 床</translation>
        </message>
        <message>
            <source>, </source>
            <comment>between the parts of a place</comment>
            <translation>、</translation>
        </message>
        <message>
            <source>, </source>
            <comment>between things that ended</comment>
            <translation>、</translation>
        </message>
        <message>
            <source>asleep</source>
            <translation>睡着了</translation>
        </message>
        <message>
            <source>sedated</source>
            <translation>镇静中</translation>
        </message>
        <message>
            <source>delirious</source>
            <translation>谵妄</translation>
        </message>
        <message>
            <source>intubated</source>
            <translation>气管插管中</translation>
        </message>
        <message>
            <source>in theatre</source>
            <translation>在手术室</translation>
        </message>
        <message>
            <source>did not want to</source>
            <translation>不愿作答</translation>
        </message>
        <message>
            <source>no staff at hand</source>
            <translation>没有工作人员</translation>
        </message>
        <message>
            <source>no tablet at hand</source>
            <translation>没有平板可用</translation>
        </message>
        <message>
            <source>died</source>
            <translation>已去世</translation>
        </message>
        <message>
            <source>a relative</source>
            <translation>亲属</translation>
        </message>
        <message>
            <source>a carer</source>
            <translation>照护者</translation>
        </message>
        <message>
            <source>a doctor or nurse</source>
            <translation>医生或护士</translation>
        </message>
        <message>
            <source>somebody else</source>
            <translation>其他人</translation>
        </message>
        <message>
            <source>nobody</source>
            <translation>无人</translation>
        </message>
        <message>
            <source>questions answered</source>
            <translation>已完成作答</translation>
        </message>
        <message>
            <source>another time agreed</source>
            <translation>另约时间</translation>
        </message>
        <message>
            <source>call again</source>
            <translation>需再次致电</translation>
        </message>
        <message>
            <source>did not want to this time</source>
            <translation>这次不愿作答</translation>
        </message>
        <message>
            <source>no answer</source>
            <translation>未作答</translation>
        </message>
        <message>
            <source>number not in service</source>
            <translation>号码停用</translation>
        </message>
        <message>
            <source>message left</source>
            <translation>已留言</translation>
        </message>
        <message>
            <source>something else</source>
            <translation>其他情况</translation>
        </message>
        <message>
            <source>answered alone</source>
            <translation>本人自行作答</translation>
        </message>
        <message>
            <source>answered with help</source>
            <translation>在协助下作答</translation>
        </message>
        <message>
            <source>read aloud</source>
            <translation>由人朗读</translation>
        </message>
        <message>
            <source>asked by telephone</source>
            <translation>电话询问</translation>
        </message>
        <message>
            <source>answered by somebody else</source>
            <translation>由他人代答</translation>
        </message>
        <message>
            <source>from paper</source>
            <translation>来自纸质表</translation>
        </message>
        <message>
            <source>filled in by staff</source>
            <translation>由工作人员填写</translation>
        </message>
    </context>
    <context>
        <name>Field</name>
        <message>
            <source>%1 (for example %2)</source>
            <translation>%1（例如 %2）</translation>
        </message>
        <message numerus="yes">
            <source>%n character(s) typed</source>
            <translation>
                <numerusform>已输入 %n 个字符</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>FormFields</name>
        <message>
            <source>%1 … %2</source>
            <comment>both ends of a scale</comment>
            <translation>%1……%2</translation>
        </message>
        <message>
            <source>minutes, or hours and minutes as 7:30</source>
            <translation>分钟数，或按 7:30 的格式填写小时和分钟</translation>
        </message>
        <message>
            <source>%1. %2</source>
            <comment>number and words of an item</comment>
            <translation>%1. %2</translation>
        </message>
    </context>
    <context>
        <name>FormPage</name>
        <message>
            <source>%1: %2</source>
            <comment>a form and whom it is about</comment>
            <translation>%1：%2</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>Kept so far. It counts once it is saved.</source>
            <translation>已暂存。点“保存”后才生效。</translation>
        </message>
        <message>
            <source>Not kept yet.</source>
            <translation>尚未暂存。</translation>
        </message>
        <message>
            <source>It was missed</source>
            <translation>未能完成</translation>
        </message>
    </context>
    <context>
        <name>HandOverPage</name>
        <message>
            <source>Hand over to %1</source>
            <translation>交给 %1</translation>
        </message>
        <message>
            <source>Please ask the participant: %1?</source>
            <translation>请询问受试者：%1？</translation>
        </message>
        <message>
            <source>Who taps the answers</source>
            <translation>由谁点选答案</translation>
        </message>
        <message>
            <source>The participant</source>
            <translation>受试者本人</translation>
        </message>
        <message>
            <source>The participant, with help</source>
            <translation>受试者本人，有人协助</translation>
        </message>
        <message>
            <source>I read aloud and tap</source>
            <translation>我朗读并代为点选</translation>
        </message>
        <message>
            <source>Language of the questions</source>
            <translation>答题语言</translation>
        </message>
        <message>
            <source>Choose a PIN of 4 to 8 digits; with it you take the tablet back</source>
            <translation>请设一个 4 到 8 位数字的 PIN 码，取回平板时使用</translation>
        </message>
        <message>
            <source>Yes, hand over now</source>
            <translation>核对无误，现在交出</translation>
        </message>
        <message>
            <source>I ask by telephone</source>
            <translation>我通过电话询问</translation>
        </message>
        <message>
            <source>Somebody answers for them</source>
            <translation>由他人代答</translation>
        </message>
        <message>
            <source>Who helps, reads aloud or answers (a function, not a name: nurse, daughter …)</source>
            <translation>由谁协助、朗读或代答（写身份，不写姓名：护士、女儿……）</translation>
        </message>
        <message>
            <source>Where (ward, clinic, home; may stay empty)</source>
            <translation>地点（病房、门诊、家中；可不填）</translation>
        </message>
        <message>
            <source>Hand over all the same</source>
            <translation>仍然交出</translation>
        </message>
        <message>
            <source>The participant is at home: ask by telephone.</source>
            <translation>受试者在家：请电话询问。</translation>
        </message>
        <message>
            <source>It can&apos;t be asked …</source>
            <translation>无法询问 …</translation>
        </message>
        <message>
            <source>Records it as missed, with the reason</source>
            <translation>记录为缺失，并注明原因</translation>
        </message>
        <message>
            <source>Calls (%1)</source>
            <translation>通话（%1）</translation>
        </message>
        <message>
            <source>Calls</source>
            <translation>通话</translation>
        </message>
        <message>
            <source>The log of calls about this</source>
            <translation>有关此次的通话记录</translation>
        </message>
    </context>
    <context>
        <name>InstrumentsPage</name>
        <message>
            <source>Instruments</source>
            <translation>量表与表单</translation>
        </message>
        <message>
            <source>File of a text pack that the site has a licence for</source>
            <translation>研究中心已获许可的文本包文件</translation>
        </message>
        <message>
            <source>Add these words</source>
            <translation>添加此文本</translation>
        </message>
        <message>
            <source>%1, version %2</source>
            <translation>%1，版本 %2</translation>
        </message>
    </context>
    <context>
        <name>Keypad</name>
        <message>
            <source>Erase</source>
            <translation>删除</translation>
        </message>
    </context>
    <context>
        <name>KeysPage</name>
        <message>
            <source>New keys</source>
            <translation>新密钥</translation>
        </message>
        <message>
            <source>Wise when somebody who left may still have a copy of this tablet&apos;s files and knew a passphrase, or when a passphrase was seen. What they copied opens nothing that is written here afterwards.</source>
            <translation>如果离开的人可能仍有本平板文件的副本并知道口令，或有口令被人看到，宜更换密钥。他们的副本打不开此后在这里写入的任何内容。</translation>
        </message>
        <message>
            <source>An administrator does it.</source>
            <translation>由管理员操作。</translation>
        </message>
        <message>
            <source>Last backup: %1. It and all older ones keep the keys of then: whoever may open them reads what they hold.</source>
            <translation>上次备份：%1。该备份和更早的备份仍使用当时的密钥：有权打开备份的人可以读到其中的内容。</translation>
        </message>
        <message>
            <source>There is no backup yet.</source>
            <translation>尚无备份。</translation>
        </message>
        <message>
            <source>Make a backup first</source>
            <translation>先做一次备份</translation>
        </message>
        <message>
            <source>Nobody&apos;s passphrase or PIN changes, and no answer. Everything stored is written once more, which may take some minutes; nothing else can be done meanwhile. Should the tablet go off, nothing is lost: it opens with the old keys or the new ones.</source>
            <translation>任何人的口令和 PIN 都不变，答案也不变。全部存储内容会重写一遍，可能需要几分钟，其间不能做其他操作。即使平板断电也不会丢失任何内容：它会用旧密钥或新密钥打开。</translation>
        </message>
        <message>
            <source>Your passphrase</source>
            <translation>您的口令</translation>
        </message>
        <message>
            <source>Give new keys</source>
            <translation>更换密钥</translation>
        </message>
        <message>
            <source>New keys are being written: %1 % done. Please leave the tablet on; this page says when it is done.</source>
            <translation>正在写入新密钥：已完成 %1 %。请不要关闭平板；完成后本页会提示。</translation>
        </message>
        <message>
            <source>Please make a backup now. The backups made before stay usable: their own keys were always different. Where a copy was made of this tablet&apos;s files, it is the old one.</source>
            <translation>请现在做一次备份。以前的备份仍可使用：它们一直有各自的密钥。若有人复制过本平板的文件，那仍是旧的副本。</translation>
        </message>
        <message>
            <source>To the backup</source>
            <translation>前往备份</translation>
        </message>
    </context>
    <context>
        <name>LockScreen</name>
        <message>
            <source>Please bring this tablet to the nurse</source>
            <translation>请把这台平板交给护士</translation>
        </message>
        <message>
            <source>Serein</source>
            <translation>Serein</translation>
        </message>
        <message>
            <source>Demonstration: participants are invented</source>
            <translation>演示：受试者均为虚构</translation>
        </message>
        <message>
            <source>Who are you?</source>
            <translation>您是哪位？</translation>
        </message>
        <message>
            <source>Passphrase</source>
            <translation>口令</translation>
        </message>
        <message>
            <source>Checking …</source>
            <translation>正在核对……</translation>
        </message>
        <message>
            <source>Unlock</source>
            <translation>解锁</translation>
        </message>
    </context>
    <context>
        <name>MissedMarkPage</name>
        <message>
            <source>%1 · %2: recorded as missed</source>
            <comment>subject, timepoint</comment>
            <translation>%1 · %2：已记录为缺失</translation>
        </message>
        <message>
            <source>Nothing is recorded as missed here any more.</source>
            <translation>此处已没有记录为缺失的内容。</translation>
        </message>
        <message>
            <source>What it should be</source>
            <translation>应为</translation>
        </message>
        <message>
            <source>It was not missed</source>
            <translation>并非缺失</translation>
        </message>
        <message>
            <source>Nothing else is asked of this participant after this. What was answered stays.</source>
            <translation>此后不再向这位受试者询问。已有的回答保留。</translation>
        </message>
        <message>
            <source>What happened</source>
            <translation>发生了什么</translation>
        </message>
        <message>
            <source>Remark (may stay empty)</source>
            <translation>备注（可不填）</translation>
        </message>
        <message>
            <source>Why it is changed</source>
            <translation>更改的原因</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
    </context>
    <context>
        <name>MissedPage</name>
        <message>
            <source>All that was not begun</source>
            <translation>所有未开始的</translation>
        </message>
        <message>
            <source>%1 · %2</source>
            <comment>subject, timepoint</comment>
            <translation>%1 · %2</translation>
        </message>
        <message>
            <source>What could not be asked</source>
            <translation>哪些没能询问</translation>
        </message>
        <message>
            <source>Why</source>
            <translation>原因</translation>
        </message>
        <message>
            <source>Nothing else is asked of this participant after this. What was answered stays.</source>
            <translation>此后不再向这位受试者询问。已有的回答保留。</translation>
        </message>
        <message>
            <source>What happened</source>
            <translation>发生了什么</translation>
        </message>
        <message>
            <source>Remark (may stay empty)</source>
            <translation>备注（可不填）</translation>
        </message>
        <message>
            <source>Record as missed</source>
            <translation>记录为缺失</translation>
        </message>
    </context>
    <context>
        <name>MovesCard</name>
        <message numerus="yes">
            <source>%n participant(s) follow an earlier version</source>
            <translation>
                <numerusform>%n 位受试者仍按较早版本进行</numerusform>
            </translation>
        </message>
        <message>
            <source>Why they are moved to the version in force</source>
            <translation>转到现行版本的原因</translation>
        </message>
        <message>
            <source>Move all who can be</source>
            <translation>转移所有可转移者</translation>
        </message>
        <message>
            <source>%1, version %2</source>
            <translation>%1，版本 %2</translation>
        </message>
        <message>
            <source>Move</source>
            <translation>转移</translation>
        </message>
        <message>
            <source>Move %1</source>
            <translation>转移 %1</translation>
        </message>
    </context>
    <context>
        <name>NotesPage</name>
        <message>
            <source>Notes and contacts · %1</source>
            <comment>subject</comment>
            <translation>备注与联系方式 · %1</translation>
        </message>
        <message>
            <source>Who this participant is, and the notes, are for those who meet them.</source>
            <translation>身份信息和备注只对直接接触受试者的人员可见。</translation>
        </message>
        <message>
            <source>Who this participant is was destroyed, and the notes with it.</source>
            <translation>该受试者的身份信息及备注已销毁。</translation>
        </message>
        <message>
            <source>A new note. Please write nothing in it that tells the allocation.</source>
            <translation>新备注。请不要写入任何会透露治疗分组的内容。</translation>
        </message>
        <message>
            <source>Keep this note</source>
            <translation>保存备注</translation>
        </message>
        <message>
            <source>Redact …</source>
            <translation>遮盖…</translation>
        </message>
        <message>
            <source>Redact: %1</source>
            <comment>a note</comment>
            <translation>遮盖：%1</translation>
        </message>
    </context>
    <context>
        <name>NrsRow</name>
        <message>
            <source>%1, %2</source>
            <comment>a number and what it stands for</comment>
            <translation>%1，%2</translation>
        </message>
    </context>
    <context>
        <name>ParticipantActions</name>
        <message>
            <source>%1: %2</source>
            <comment>a button and what it is about</comment>
            <translation>%1：%2</translation>
        </message>
    </context>
    <context>
        <name>ParticipantCells</name>
        <message>
            <source>missed</source>
            <translation>漏测</translation>
        </message>
        <message>
            <source>%1 · 1st</source>
            <comment>a timepoint that is asked several times</comment>
            <translation>%1 · 第 1 次</translation>
        </message>
        <message>
            <source>%1 · 2nd</source>
            <comment>a timepoint that is asked several times</comment>
            <translation>%1 · 第 2 次</translation>
        </message>
        <message>
            <source>%1 · 3rd</source>
            <comment>a timepoint that is asked several times</comment>
            <translation>%1 · 第 3 次</translation>
        </message>
        <message>
            <source>%1 · %2th</source>
            <comment>a timepoint that is asked several times</comment>
            <translation>%1 · 第 %2 次</translation>
        </message>
        <message>
            <source>%1, %2: %3</source>
            <comment>instrument, timepoint, how it stands</comment>
            <translation>%1，%2：%3</translation>
        </message>
        <message>
            <source>planned</source>
            <translation>已计划</translation>
        </message>
        <message>
            <source>no date yet</source>
            <translation>尚无日期</translation>
        </message>
        <message>
            <source>open</source>
            <translation>开放</translation>
        </message>
        <message>
            <source>overdue</source>
            <translation>已逾期</translation>
        </message>
        <message>
            <source>in progress</source>
            <translation>进行中</translation>
        </message>
        <message>
            <source>submitted</source>
            <translation>已提交</translation>
        </message>
        <message>
            <source>ended early</source>
            <translation>提前结束</translation>
        </message>
        <message>
            <source>not applicable</source>
            <translation>不适用</translation>
        </message>
        <message>
            <source>asked again later</source>
            <translation>之后已重新询问</translation>
        </message>
        <message>
            <source>missed: %1</source>
            <comment>why</comment>
            <translation>漏测：%1</translation>
        </message>
        <message>
            <source>stale</source>
            <comment>answered too long before the operation</comment>
            <translation>已过时</translation>
        </message>
        <message>
            <source>corrected</source>
            <translation>已更正</translation>
        </message>
        <message>
            <source>correction proposed</source>
            <translation>已建议更正</translation>
        </message>
        <message>
            <source>query open</source>
            <translation>质疑未关闭</translation>
        </message>
        <message>
            <source>earlier</source>
            <comment>a timepoint that was asked again later</comment>
            <translation>较早一次</translation>
        </message>
    </context>
    <context>
        <name>ParticipantFacts</name>
        <message>
            <source>Standing</source>
            <translation>研究状态</translation>
        </message>
        <message>
            <source>screening failed</source>
            <translation>筛选失败</translation>
        </message>
        <message>
            <source>has died</source>
            <translation>已死亡</translation>
        </message>
        <message>
            <source>the study drug</source>
            <translation>研究药物</translation>
        </message>
        <message>
            <source>questionnaires</source>
            <translation>问卷</translation>
        </message>
        <message>
            <source>calls</source>
            <translation>电话随访</translation>
        </message>
        <message>
            <source>use of records</source>
            <translation>病历使用</translation>
        </message>
        <message>
            <source>withdrawn from %1</source>
            <translation>已退出：%1</translation>
        </message>
        <message>
            <source>, </source>
            <comment>between parts of a list</comment>
            <translation>、</translation>
        </message>
        <message>
            <source>suspended: in intensive care</source>
            <translation>已暂停：在重症监护</translation>
        </message>
        <message>
            <source>suspended: can&apos;t decide for themselves now</source>
            <translation>已暂停：目前无法自主决定</translation>
        </message>
        <message>
            <source>suspended</source>
            <translation>已暂停</translation>
        </message>
        <message>
            <source>not eligible by the form</source>
            <translation>按入排表不符合条件</translation>
        </message>
        <message>
            <source>in the study</source>
            <translation>在研</translation>
        </message>
        <message>
            <source>Consent</source>
            <translation>知情同意</translation>
        </message>
        <message>
            <source>none yet</source>
            <translation>尚无</translation>
        </message>
        <message>
            <source>document %1, %2</source>
            <comment>version, when</comment>
            <translation>文件 %1，%2</translation>
        </message>
        <message>
            <source>%1; needed anew, to document %2</source>
            <comment>a consent, a version</comment>
            <translation>%1；需按文件 %2 重新同意</translation>
        </message>
        <message>
            <source>locked</source>
            <comment>data</comment>
            <translation>已锁定</translation>
        </message>
        <message>
            <source>frozen</source>
            <comment>data</comment>
            <translation>已冻结</translation>
        </message>
        <message>
            <source>open</source>
            <comment>data</comment>
            <translation>开放</translation>
        </message>
        <message>
            <source>Site</source>
            <translation>中心</translation>
        </message>
        <message>
            <source>Whereabouts</source>
            <translation>所在位置</translation>
        </message>
        <message>
            <source>not recorded</source>
            <translation>未记录</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>语言</translation>
        </message>
        <message>
            <source>Open queries</source>
            <translation>未关闭的质疑</translation>
        </message>
        <message>
            <source>Alerts waiting</source>
            <translation>待处理的警报</translation>
        </message>
        <message>
            <source>Data</source>
            <translation>数据</translation>
        </message>
        <message>
            <source>Record it, or a new one</source>
            <translation>记录同意，或重新同意</translation>
        </message>
        <message>
            <source>Standing in the study</source>
            <translation>研究状态</translation>
        </message>
        <message>
            <source>Screening failure, suspension, withdrawal</source>
            <translation>筛选失败、暂停、退出</translation>
        </message>
        <message>
            <source>Ward and bed, intensive care, home</source>
            <translation>病区与床位、重症监护、在家</translation>
        </message>
        <message>
            <source>Notes</source>
            <translation>备注</translation>
        </message>
        <message>
            <source>What others should know</source>
            <translation>其他人应当知道的事</translation>
        </message>
        <message>
            <source>A timepoint was missed</source>
            <translation>有时间点漏测</translation>
        </message>
        <message>
            <source>Say why it was not asked</source>
            <translation>说明未询问的原因</translation>
        </message>
        <message>
            <source>A call</source>
            <translation>电话</translation>
        </message>
        <message>
            <source>Who answered, and what came of it</source>
            <translation>谁接听，结果如何</translation>
        </message>
        <message>
            <source>Everything recorded</source>
            <translation>全部记录</translation>
        </message>
        <message>
            <source>All events in order, for reading</source>
            <translation>按顺序列出所有事件，供查阅</translation>
        </message>
        <message>
            <source>Queries</source>
            <translation>质疑</translation>
        </message>
        <message>
            <source>Questions about values, and their answers</source>
            <translation>对数值的提问及答复</translation>
        </message>
        <message>
            <source>Sign this participant&apos;s record</source>
            <translation>为该受试者的记录签名</translation>
        </message>
        <message>
            <source>With your name, the time and what it means</source>
            <translation>含您的姓名、时间与签名含义</translation>
        </message>
        <message>
            <source>Export this participant</source>
            <translation>导出该受试者</translation>
        </message>
        <message>
            <source>Sealed for the data manager, or with a reason</source>
            <translation>加密交给数据管理员，或注明理由</translation>
        </message>
        <message>
            <source>Alerts</source>
            <translation>警报</translation>
        </message>
        <message>
            <source>All that were raised, and what was done</source>
            <translation>全部已触发的警报及处理情况</translation>
        </message>
    </context>
    <context>
        <name>ParticipantHeader</name>
        <message>
            <source>%1: %2</source>
            <comment>what, how it is</comment>
            <translation>%1：%2</translation>
        </message>
    </context>
    <context>
        <name>ParticipantPage</name>
        <message>
            <source>%1 · invented</source>
            <comment>a synthetic participant</comment>
            <translation>%1 · 虚构</translation>
        </message>
        <message>
            <source>Plan</source>
            <translation>计划</translation>
        </message>
        <message>
            <source>Scores</source>
            <translation>得分</translation>
        </message>
        <message>
            <source>More</source>
            <translation>更多</translation>
        </message>
        <message>
            <source>Alerts</source>
            <translation>警报</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>打开</translation>
        </message>
    </context>
    <context>
        <name>ParticipantsPage</name>
        <message>
            <source>Participants</source>
            <translation>受试者</translation>
        </message>
        <message>
            <source>Enrol a participant</source>
            <translation>新受试者入组</translation>
        </message>
        <message>
            <source>Nobody is enrolled yet.</source>
            <translation>还没有受试者入组。</translation>
        </message>
        <message>
            <source>%1 · invented</source>
            <comment>a synthetic participant</comment>
            <translation>%1 · 虚构</translation>
        </message>
        <message>
            <source>Search by subject, site, ward or bed</source>
            <translation>按受试者、中心、病区或床号搜索</translation>
        </message>
        <message numerus="yes">
            <source>%n found</source>
            <translation>
                <numerusform>找到 %n 位</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>PassphraseFields</name>
        <message>
            <source>New passphrase, at least 12 characters</source>
            <translation>新的密码短语，至少 12 个字符</translation>
        </message>
        <message>
            <source>The same once more</source>
            <translation>再输入一次</translation>
        </message>
    </context>
    <context>
        <name>PatientBar</name>
        <message>
            <source>Next ›</source>
            <translation>下一题 ›</translation>
        </message>
        <message>
            <source>‹ Back</source>
            <translation>‹ 上一题</translation>
        </message>
        <message>
            <source>I&apos;d rather not answer</source>
            <translation>我不想回答</translation>
        </message>
    </context>
    <context>
        <name>PatientTop</name>
        <message>
            <source>%1 of %2</source>
            <comment>question number of how many</comment>
            <translation>第 %1/%2 题</translation>
        </message>
        <message>
            <source>Pause</source>
            <translation>暂停</translation>
        </message>
        <message>
            <source>Covers the questions. Your answers are kept.</source>
            <translation>遮住问题。您的答案都会保留。</translation>
        </message>
        <message>
            <source>Aa</source>
            <comment>text size</comment>
            <translation>字号</translation>
        </message>
        <message>
            <source>Text size and light</source>
            <translation>文字大小和亮度</translation>
        </message>
        <message>
            <source>Listen</source>
            <translation>朗读</translation>
        </message>
        <message>
            <source>Reads this page aloud.</source>
            <translation>朗读这一页的内容。</translation>
        </message>
    </context>
    <context>
        <name>PeoplePage</name>
        <message>
            <source>People and roles</source>
            <translation>人员与角色</translation>
        </message>
        <message>
            <source>Change your passphrase</source>
            <translation>更改您的密码短语</translation>
        </message>
        <message>
            <source>Add a person</source>
            <translation>添加人员</translation>
        </message>
        <message>
            <source>Your passphrase until now</source>
            <translation>您目前的密码短语</translation>
        </message>
        <message>
            <source>Change passphrase</source>
            <translation>更改密码短语</translation>
        </message>
        <message>
            <source>Name to unlock with</source>
            <translation>解锁用的名称</translation>
        </message>
        <message>
            <source>They type their passphrase here themselves.</source>
            <translation>请由本人在此输入密码短语。</translation>
        </message>
        <message>
            <source>Add</source>
            <translation>添加</translation>
        </message>
    </context>
    <context>
        <name>PersonCard</name>
        <message>
            <source>%1 (you)</source>
            <translation>%1（您）</translation>
        </message>
        <message>
            <source>disabled</source>
            <translation>已停用</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>Change</source>
            <translation>更改</translation>
        </message>
        <message>
            <source>Change %1</source>
            <translation>更改 %1</translation>
        </message>
        <message>
            <source>Why</source>
            <translation>原因</translation>
        </message>
        <message>
            <source>Change roles</source>
            <translation>更改角色</translation>
        </message>
        <message>
            <source>Give this new passphrase</source>
            <translation>设为新的密码短语</translation>
        </message>
        <message>
            <source>%1 can then never unlock this tablet again; what they did stays recorded. The name is not given to anybody else.</source>
            <translation>此后 %1 将不能再解锁这台平板；其所做的一切仍有记录。该名称不会再给其他人使用。</translation>
        </message>
        <message>
            <source>Yes, disable %1</source>
            <translation>确认停用 %1</translation>
        </message>
        <message>
            <source>Disable this account</source>
            <translation>停用此账户</translation>
        </message>
    </context>
    <context>
        <name>PersonWords</name>
        <message>
            <source>The check digit at its end doesn&apos;t fit. Please compare every digit.</source>
            <translation>末尾的校验位不符。请逐位核对。</translation>
        </message>
        <message>
            <source>Please choose the site.</source>
            <translation>请选择研究中心。</translation>
        </message>
        <message>
            <source>This study keeps no consent on the tablet.</source>
            <translation>本研究不在平板上保存知情同意。</translation>
        </message>
        <message>
            <source>This study has no consent form of that version. It stands on the form itself.</source>
            <translation>本研究没有这个版本的知情同意书。版本号印在知情同意书上。</translation>
        </message>
        <message>
            <source>Please say who consented.</source>
            <translation>请说明由谁签署同意。</translation>
        </message>
        <message>
            <source>This is still to come. Consent is entered once it was given.</source>
            <translation>这个时间还没到。请在签署同意之后再录入。</translation>
        </message>
        <message>
            <source>This is more than a year before the enrolment.</source>
            <translation>这比入组早了一年以上。</translation>
        </message>
        <message>
            <source>This is not the consent form that the study asks for now.</source>
            <translation>这不是研究目前要求的知情同意书。</translation>
        </message>
        <message>
            <source>Who has regained capacity consents in person.</source>
            <translation>恢复知情同意能力者须由本人签署。</translation>
        </message>
        <message>
            <source>This is before the first consent.</source>
            <translation>这早于首次同意的时间。</translation>
        </message>
        <message>
            <source>The date of consent is set already. If it was mistyped, correct that date.</source>
            <translation>同意日期已经设定。如果输错，请更正该日期。</translation>
        </message>
        <message>
            <source>Who has regained capacity consents first. Record that consent, then resume.</source>
            <translation>恢复知情同意能力后须先签署同意。请先记录该次同意，再恢复。</translation>
        </message>
        <message>
            <source>It is recorded already that screening failed.</source>
            <translation>已经记录过筛选失败。</translation>
        </message>
        <message>
            <source>Participation is suspended already. Resume it first.</source>
            <translation>参与已暂停。请先恢复。</translation>
        </message>
        <message>
            <source>Participation is not suspended.</source>
            <translation>参与没有暂停。</translation>
        </message>
        <message>
            <source>Nothing more is asked of this participant.</source>
            <translation>不再向该受试者询问任何内容。</translation>
        </message>
        <message>
            <source>Please choose why.</source>
            <translation>请选择原因。</translation>
        </message>
        <message>
            <source>Please choose what ends.</source>
            <translation>请选择退出哪些部分。</translation>
        </message>
        <message>
            <source>Please choose where.</source>
            <translation>请选择所在位置。</translation>
        </message>
        <message>
            <source>Please say who decided.</source>
            <translation>请说明由谁决定。</translation>
        </message>
        <message>
            <source>This has ended already.</source>
            <translation>这部分此前已经退出。</translation>
        </message>
        <message>
            <source>Who they are is needed while anything is still asked. End the questionnaires and the calls too, or keep the identity.</source>
            <translation>只要还会询问，就需要身份信息。请同时退出问卷和电话随访，或保留身份信息。</translation>
        </message>
        <message>
            <source>This can&apos;t be undone. Please type the subject id to confirm it.</source>
            <translation>此操作无法撤销。请输入受试者编号以确认。</translation>
        </message>
        <message>
            <source>Who this participant is was destroyed. Nothing of it is kept any more.</source>
            <translation>该受试者的身份信息已销毁，不再保存。</translation>
        </message>
        <message>
            <source>The notes of this participant were destroyed. None is added any more.</source>
            <translation>该受试者的备注已销毁，不再添加新备注。</translation>
        </message>
        <message>
            <source>Who is at home has no ward and no bed.</source>
            <translation>在家的受试者没有病区和床位。</translation>
        </message>
        <message>
            <source>Please write something here.</source>
            <translation>请在此填写内容。</translation>
        </message>
        <message>
            <source>This holds characters that can&apos;t be seen. Please type it again.</source>
            <translation>其中含有看不见的字符。请重新输入。</translation>
        </message>
        <message>
            <source>This is %1 characters long. At most %2 fit.</source>
            <translation>共 %1 个字符，最多可填 %2 个。</translation>
        </message>
        <message>
            <source>Consent is not recorded yet. It comes before the first question.</source>
            <translation>尚未记录知情同意。须先有知情同意，才能提问。</translation>
        </message>
        <message>
            <source>The consent form has changed, so consent is needed anew.</source>
            <translation>知情同意书已更新，需要重新签署。</translation>
        </message>
        <message>
            <source>Capacity was lost. Who has regained it consents before anything else is asked.</source>
            <translation>曾丧失知情同意能力。恢复后须先签署同意，才能继续询问。</translation>
        </message>
        <message>
            <source>anew, since the form changed</source>
            <translation>因知情同意书更新而重新签署</translation>
        </message>
        <message>
            <source>after capacity was regained</source>
            <translation>恢复知情同意能力后签署</translation>
        </message>
        <message>
            <source>Form %1, %2, by %3</source>
            <comment>version, when, who</comment>
            <translation>版本 %1，%2，签署人：%3</translation>
        </message>
        <message>
            <source>%1; %2</source>
            <comment>consent; why it was given anew</comment>
            <translation>%1；%2</translation>
        </message>
        <message>
            <source>, </source>
            <comment>between the parts of a place</comment>
            <translation>、</translation>
        </message>
        <message>
            <source>%1: %2, by %3</source>
            <comment>what happened, when, who wrote it</comment>
            <translation>%1：%2，记录人 %3</translation>
        </message>
        <message>
            <source>%1. %2</source>
            <comment>sentence, reason</comment>
            <translation>%1。%2</translation>
        </message>
        <message>
            <source>Screening failed</source>
            <translation>筛选失败</translation>
        </message>
        <message>
            <source>Suspended, %1</source>
            <comment>cause</comment>
            <translation>已暂停，%1</translation>
        </message>
        <message>
            <source>Withdrawn from %1</source>
            <translation>已退出：%1</translation>
        </message>
        <message>
            <source>, </source>
            <comment>between things that ended</comment>
            <translation>、</translation>
        </message>
        <message>
            <source>Who they are was destroyed, and their notes with it.</source>
            <translation>身份信息及备注已销毁。</translation>
        </message>
        <message>
            <source>Died, as recorded %1.</source>
            <translation>已死亡，记录于 %1。</translation>
        </message>
        <message>
            <source>Somebody is enrolled under this subject id already.</source>
            <translation>该受试者编号已有人使用。</translation>
        </message>
        <message>
            <source>In this study a subject id looks like %1.</source>
            <translation>本研究的受试者编号形如 %1。</translation>
        </message>
        <message>
            <source>%1: please write it as the example shows.</source>
            <translation>%1：请按示例填写。</translation>
        </message>
        <message>
            <source>%1 Nothing was saved.</source>
            <comment>sentence</comment>
            <translation>%1没有保存任何内容。</translation>
        </message>
    </context>
    <context>
        <name>PinPad</name>
        <message numerus="yes">
            <source>%n digit(s) typed</source>
            <translation>
                <numerusform>已输入 %n 位数字</numerusform>
            </translation>
        </message>
        <message>
            <source>OK</source>
            <translation>确定</translation>
        </message>
    </context>
    <context>
        <name>PlanCell</name>
        <message>
            <source>%1: %2</source>
            <comment>a button and what it is about</comment>
            <translation>%1：%2</translation>
        </message>
        <message>
            <source>Fill in</source>
            <translation>填写</translation>
        </message>
        <message>
            <source>Change</source>
            <translation>更改</translation>
        </message>
    </context>
    <context>
        <name>PlanColumn</name>
        <message>
            <source>Hand over</source>
            <translation>交出平板</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <comment>a button and what it is about</comment>
            <translation>%1：%2</translation>
        </message>
        <message>
            <source>Fill in</source>
            <translation>填写</translation>
        </message>
        <message>
            <source>Call</source>
            <translation>致电</translation>
        </message>
        <message>
            <source>Change</source>
            <translation>更改</translation>
        </message>
    </context>
    <context>
        <name>PlanDiff</name>
        <message>
            <source>What changes in the plan</source>
            <translation>计划的变化</translation>
        </message>
        <message>
            <source>Nothing changes in the plan.</source>
            <translation>计划没有变化。</translation>
        </message>
        <message>
            <source>%1 → %2</source>
            <comment>the old window and the new one</comment>
            <translation>%1 → %2</translation>
        </message>
        <message>
            <source>Everything else stays as it is.</source>
            <translation>其余不变。</translation>
        </message>
    </context>
    <context>
        <name>PlanTable</name>
        <message>
            <source>‹ Earlier</source>
            <translation>‹ 较早</translation>
        </message>
        <message>
            <source>Later ›</source>
            <translation>较晚 ›</translation>
        </message>
    </context>
    <context>
        <name>PlanWords</name>
        <message>
            <source>answered alone</source>
            <translation>自己作答</translation>
        </message>
        <message>
            <source>answered with help</source>
            <translation>在协助下作答</translation>
        </message>
        <message>
            <source>read aloud</source>
            <translation>朗读提问</translation>
        </message>
        <message>
            <source>asked by telephone</source>
            <translation>电话询问</translation>
        </message>
        <message>
            <source>answered by somebody else</source>
            <translation>由他人代答</translation>
        </message>
        <message>
            <source>from paper</source>
            <translation>由纸质录入</translation>
        </message>
        <message>
            <source>filled in by staff</source>
            <translation>由工作人员填写</translation>
        </message>
        <message>
            <source>en</source>
            <comment>BCP 47 tag of the language of dates</comment>
            <translation>zh</translation>
        </message>
        <message>
            <source>d MMM yyyy</source>
            <comment>format of a date</comment>
            <translation>yyyy年M月d日</translation>
        </message>
        <message>
            <source>no date</source>
            <translation>尚无日期</translation>
        </message>
        <message>
            <source>%1 – %2</source>
            <comment>from and to</comment>
            <translation>%1 至 %2</translation>
        </message>
        <message>
            <source>in time</source>
            <translation>按时</translation>
        </message>
        <message>
            <source>early</source>
            <translation>提前</translation>
        </message>
        <message>
            <source>late</source>
            <translation>延后</translation>
        </message>
        <message>
            <source>without a date</source>
            <translation>无日期</translation>
        </message>
        <message>
            <source>Gets a date.</source>
            <translation>有了日期。</translation>
        </message>
        <message>
            <source>Gets another date.</source>
            <translation>改为新的日期。</translation>
        </message>
        <message>
            <source>Has no date any more.</source>
            <translation>不再有日期。</translation>
        </message>
        <message>
            <source>Was answered: keeps the window it was asked in.</source>
            <translation>已作答：保留当时的时间窗。</translation>
        </message>
        <message>
            <source>Was answered %1 by the old time; by the new one, %2.</source>
            <translation>已作答：按原时间为%1，按新时间为%2。</translation>
        </message>
        <message>
            <source>Is asked again, as number %1. What was answered stays.</source>
            <translation>将再次询问（第 %1 次）。已有的回答保留。</translation>
        </message>
        <message>
            <source>Was answered too long before the operation: it may be repeated.</source>
            <translation>作答距手术时间过久：可以重复询问。</translation>
        </message>
        <message>
            <source>Was answered recently enough again.</source>
            <translation>作答时间重新符合要求。</translation>
        </message>
        <message>
            <source>please say when</source>
            <translation>请填写时间</translation>
        </message>
        <message>
            <source>this is still to come: consent is entered once it was given</source>
            <translation>这个时间还没到：签署知情同意之后才能录入</translation>
        </message>
        <message>
            <source>this is more than a year ahead</source>
            <translation>这个时间在一年以后</translation>
        </message>
        <message>
            <source>this is more than ten years before the enrolment</source>
            <translation>这个时间比入组早十年以上</translation>
        </message>
        <message>
            <source>it happened again, so this has to be later than the first time</source>
            <translation>这是再次发生，时间必须晚于第一次</translation>
        </message>
        <message>
            <source>this is the time that stands there already</source>
            <translation>与现有的时间相同</translation>
        </message>
        <message>
            <source>please write date and time like 2026-11-20 14:05</source>
            <translation>请按 2026-11-20 14:05 的格式填写日期和时间</translation>
        </message>
        <message>
            <source>this time does not exist on that day: the clock is put forward past it</source>
            <translation>当天没有这个时间：时钟拨快时跳过了它</translation>
        </message>
        <message>
            <source>please write something here</source>
            <translation>请在此填写</translation>
        </message>
        <message>
            <source>holds characters that cannot be seen: please type it again</source>
            <translation>含有看不见的字符：请重新输入</translation>
        </message>
        <message>
            <source>its window has not opened yet: please say why it is asked early</source>
            <translation>时间窗还没开始：请说明为何提前询问</translation>
        </message>
        <message>
            <source>its window has closed: please say why it is asked late</source>
            <translation>时间窗已结束：请说明为何延后询问</translation>
        </message>
        <message>
            <source>its window has no date yet: please say why it is asked all the same</source>
            <translation>时间窗还没有日期：请说明为何仍要询问</translation>
        </message>
        <message>
            <source>its window has not opened yet, so nothing was missed</source>
            <translation>时间窗还没开始，所以没有缺失</translation>
        </message>
        <message>
            <source>everything there was begun or answered: nothing was missed</source>
            <translation>全部已开始或已作答：没有缺失</translation>
        </message>
        <message>
            <source>%1. Nothing was saved.</source>
            <translation>%1。没有保存任何内容。</translation>
        </message>
        <message>
            <source>Consent is not recorded yet. It comes before the first question.</source>
            <translation>尚未记录知情同意。须先有知情同意，才能提问。</translation>
        </message>
        <message>
            <source>The consent form has changed. Consent is needed anew before anything else is asked.</source>
            <translation>知情同意书已更新。须重新签署后才能继续询问。</translation>
        </message>
        <message>
            <source>Screening failed, so nothing is asked.</source>
            <translation>筛选未通过，不再询问。</translation>
        </message>
        <message>
            <source>By the form of eligibility this person can&apos;t take part, so nothing is asked.</source>
            <translation>按入选标准表，此人不能参加，不再询问。</translation>
        </message>
        <message>
            <source>Participation is suspended. Resume it first.</source>
            <translation>参与已暂停。请先恢复。</translation>
        </message>
        <message>
            <source>The participant has withdrawn from this, so it is not asked.</source>
            <translation>受试者已退出此项，不再询问。</translation>
        </message>
        <message>
            <source>The participant has withdrawn from calls.</source>
            <translation>受试者已不接受电话随访。</translation>
        </message>
        <message>
            <source>It is recorded that the participant has died.</source>
            <translation>记录显示受试者已去世。</translation>
        </message>
    </context>
    <context>
        <name>ProgressLine</name>
        <message>
            <source>%1 % done</source>
            <translation>已完成 %1%</translation>
        </message>
    </context>
    <context>
        <name>QueriesPage</name>
        <message>
            <source>%1 · queries</source>
            <comment>subject</comment>
            <translation>%1 · 质疑</translation>
        </message>
        <message>
            <source>A query is answered and closed where it was raised.</source>
            <translation>质疑在提出之处答复和关闭。</translation>
        </message>
        <message>
            <source>Nobody has asked about this participant&apos;s data.</source>
            <translation>尚无人对该受试者的数据提出质疑。</translation>
        </message>
        <message>
            <source>Queries</source>
            <translation>质疑</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>打开</translation>
        </message>
        <message>
            <source>Answer</source>
            <translation>答复</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>What it is about was voided.</source>
            <translation>所涉及的评估已作废。</translation>
        </message>
        <message>
            <source>Corrections that were proposed, of what was voided</source>
            <translation>对已作废评估提议的更正</translation>
        </message>
        <message>
            <source>Decline</source>
            <translation>不批准</translation>
        </message>
    </context>
    <context>
        <name>QuestionPage</name>
        <message>
            <source>This answer is not complete yet.</source>
            <translation>这个回答还没有填完整。</translation>
        </message>
        <message>
            <source>Please answer first, or tap “I&apos;d rather not answer”.</source>
            <translation>请先作答，或点“我不想回答”。</translation>
        </message>
        <message>
            <source>You chose not to answer. You can still change it.</source>
            <translation>您选择了不回答。您随时可以更改。</translation>
        </message>
    </context>
    <context>
        <name>Rail</name>
        <message>
            <source>Worklist</source>
            <translation>待办</translation>
        </message>
        <message>
            <source>Participants</source>
            <translation>受试者</translation>
        </message>
        <message>
            <source>Alerts: %1</source>
            <translation>警报：%1</translation>
        </message>
        <message>
            <source>Alerts</source>
            <translation>警报</translation>
        </message>
        <message>
            <source>Exports</source>
            <translation>导出</translation>
        </message>
        <message>
            <source>Lock</source>
            <translation>锁定</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>Light: night</source>
            <translation>亮度：夜间</translation>
        </message>
        <message>
            <source>Light: strong contrast</source>
            <translation>亮度：高对比</translation>
        </message>
        <message>
            <source>Light: day</source>
            <translation>亮度：日间</translation>
        </message>
        <message>
            <source>Study</source>
            <translation>研究</translation>
        </message>
        <message>
            <source>Text: %1 %</source>
            <translation>文字：%1 %</translation>
        </message>
    </context>
    <context>
        <name>RecoveryCard</name>
        <message>
            <source>Recovery certificates</source>
            <translation>恢复证书</translation>
        </message>
        <message>
            <source>File of one more holder&apos;s certificate</source>
            <translation>另一位持有人的证书文件</translation>
        </message>
        <message>
            <source>File of another certificate, for backups from now on</source>
            <translation>用于今后备份的另一份证书文件</translation>
        </message>
        <message>
            <source>File of the certificate</source>
            <translation>证书文件</translation>
        </message>
        <message>
            <source>Any one key opens</source>
            <translation>任一密钥即可打开</translation>
        </message>
        <message>
            <source>Any %1 keys together open</source>
            <translation>任意 %1 把密钥一起即可打开</translation>
        </message>
        <message>
            <source>All keys are needed together</source>
            <translation>需要所有密钥一起</translation>
        </message>
        <message>
            <source>Use for backups from now on</source>
            <translation>用于今后的备份</translation>
        </message>
        <message>
            <source>One more holder</source>
            <translation>再加一位持有人</translation>
        </message>
        <message>
            <source>An administrator names them.</source>
            <translation>由管理员指定。</translation>
        </message>
    </context>
    <context>
        <name>RedactPage</name>
        <message>
            <source>Redact · %1</source>
            <comment>subject</comment>
            <translation>遮盖 · %1</translation>
        </message>
        <message>
            <source>There is nothing here that you could redact.</source>
            <translation>这里没有您可以遮盖的内容。</translation>
        </message>
        <message>
            <source>All of this goes, because it repeats the same answer:</source>
            <translation>以下内容重复了同一个答案，会全部遮盖：</translation>
        </message>
        <message>
            <source>All of this goes:</source>
            <translation>以下内容会全部遮盖：</translation>
        </message>
        <message>
            <source>For what tells who somebody is, and nothing else. These words are destroyed: nobody reads them again on this tablet or in an export made from now on, and after the next backup in none of the backups in that folder. That something stood here, who redacted it, when and why stays in the record. What left the tablet before is not changed.</source>
            <translation>只用于会透露身份的内容。这些文字会被销毁：在本平板上和今后的导出中再也无人能读到，下一次备份之后，该文件夹的所有备份中也无法读到。此处曾有内容、由谁在何时因何遮盖，会保留在记录中。此前已离开平板的内容不受影响。</translation>
        </message>
        <message>
            <source>Why. Please don&apos;t repeat what is to go.</source>
            <translation>原因。请不要重复要遮盖的内容。</translation>
        </message>
        <message>
            <source>Nothing brings these words back. Is it certain that all of them may go?</source>
            <translation>这些文字无法恢复。确定可以全部遮盖吗？</translation>
        </message>
        <message>
            <source>Yes, redact for good</source>
            <translation>是，永久遮盖</translation>
        </message>
        <message>
            <source>Redact</source>
            <translation>遮盖</translation>
        </message>
        <message>
            <source>Keep it</source>
            <translation>保留</translation>
        </message>
    </context>
    <context>
        <name>ReviewActPage</name>
        <message>
            <source>Correct an entry</source>
            <translation>更正录入</translation>
        </message>
        <message>
            <source>Why it is corrected</source>
            <translation>更正原因</translation>
        </message>
        <message>
            <source>Propose a correction</source>
            <translation>提议更正</translation>
        </message>
        <message>
            <source>Why it should be corrected (an investigator decides)</source>
            <translation>更正理由（由研究者决定）</translation>
        </message>
        <message>
            <source>Decline a correction</source>
            <translation>不批准更正</translation>
        </message>
        <message>
            <source>Why it stays as it is</source>
            <translation>维持原样的原因</translation>
        </message>
        <message>
            <source>Raise a query</source>
            <translation>提出质疑</translation>
        </message>
        <message>
            <source>What is unclear</source>
            <translation>不清楚之处</translation>
        </message>
        <message>
            <source>Answer a query</source>
            <translation>答复质疑</translation>
        </message>
        <message>
            <source>Your answer</source>
            <translation>您的答复</translation>
        </message>
        <message>
            <source>Close a query</source>
            <translation>关闭质疑</translation>
        </message>
        <message>
            <source>A last word (may stay empty)</source>
            <translation>补充说明（可留空）</translation>
        </message>
        <message>
            <source>Sign this assessment</source>
            <translation>签署此评估</translation>
        </message>
        <message>
            <source>What your signature means</source>
            <translation>签名的含义</translation>
        </message>
        <message>
            <source>Sign the whole record</source>
            <translation>签署全部记录</translation>
        </message>
        <message>
            <source>It belongs elsewhere</source>
            <translation>应归他处</translation>
        </message>
        <message>
            <source>Why it is moved</source>
            <translation>移动原因</translation>
        </message>
        <message>
            <source>Put it where it belongs</source>
            <translation>移至应归之处</translation>
        </message>
        <message>
            <source>It is nobody&apos;s</source>
            <translation>不属于任何人</translation>
        </message>
        <message>
            <source>Why it counts for nobody</source>
            <translation>作废原因</translation>
        </message>
        <message>
            <source>Unblind yourself for this participant</source>
            <translation>为您揭盲该受试者</translation>
        </message>
        <message>
            <source>Why you need to know</source>
            <translation>需要知晓的原因</translation>
        </message>
        <message>
            <source>Freeze this participant&apos;s data</source>
            <translation>冻结该受试者的数据</translation>
        </message>
        <message>
            <source>Why</source>
            <translation>原因</translation>
        </message>
        <message>
            <source>Lock this participant&apos;s data</source>
            <translation>锁定该受试者的数据</translation>
        </message>
        <message>
            <source>Open this participant&apos;s data again</source>
            <translation>重新开放该受试者的数据</translation>
        </message>
        <message>
            <source>Now: %1</source>
            <translation>目前：%1</translation>
        </message>
        <message>
            <source>What it should be</source>
            <translation>应为</translation>
        </message>
        <message>
            <source>Subject id of whom it belongs to</source>
            <translation>所属受试者编号</translation>
        </message>
        <message>
            <source>An emergency</source>
            <translation>紧急</translation>
        </message>
        <message>
            <source>Planned</source>
            <translation>计划内</translation>
        </message>
        <message>
            <source>Your passphrase</source>
            <translation>您的密码短语</translation>
        </message>
        <message>
            <source>Sign</source>
            <translation>签名</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>Reopen for the participant</source>
            <translation>重新开放给受试者</translation>
        </message>
        <message>
            <source>Why it is reopened</source>
            <translation>重新开放的原因</translation>
        </message>
        <message>
            <source>Timepoint it belongs to</source>
            <translation>应属的时间点</translation>
        </message>
        <message>
            <source>There is nowhere to put it under this subject id: nobody has it, or all of theirs was begun.</source>
            <translation>此编号下无处可放：没有这位受试者，或其相应内容均已开始。</translation>
        </message>
    </context>
    <context>
        <name>ReviewList</name>
        <message>
            <source>%1: %2</source>
            <comment>a button and what it is about</comment>
            <translation>%1：%2</translation>
        </message>
    </context>
    <context>
        <name>ReviewPage</name>
        <message>
            <source>Submit</source>
            <translation>提交</translation>
        </message>
        <message>
            <source>I&apos;d rather not answer</source>
            <translation>我不想回答</translation>
        </message>
        <message>
            <source>Not answered</source>
            <translation>尚未回答</translation>
        </message>
        <message>
            <source>Please look over your answers. Tap one to change it.</source>
            <translation>请查看您的回答。点其中一项可以更改。</translation>
        </message>
        <message>
            <source>Please look at the question at the top first.</source>
            <translation>请先看一下最上面的问题。</translation>
        </message>
        <message>
            <source>Tap the answer that you would like to change.</source>
            <translation>请点一下您想修改的答案。</translation>
        </message>
    </context>
    <context>
        <name>ReviewRow</name>
        <message>
            <source>%1: %2</source>
            <comment>a question and its answer</comment>
            <translation>%1：%2</translation>
        </message>
        <message>
            <source>Tap to change</source>
            <translation>点按更改</translation>
        </message>
    </context>
    <context>
        <name>ListArea</name>
        <message>
            <source>↑ Back to the top</source>
            <translation>↑ 回到开头</translation>
        </message>
        <message>
            <source>↓ More</source>
            <translation>↓ 更多</translation>
        </message>
    </context>
    <context>
        <name>ReviewWorkPage</name>
        <message>
            <source>Queries and corrections</source>
            <translation>质疑与更正</translation>
        </message>
        <message>
            <source>Nothing waits.</source>
            <translation>没有待处理的内容。</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>打开</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <comment>a button and what it is about</comment>
            <translation>%1：%2</translation>
        </message>
    </context>
    <context>
        <name>ScrollArea</name>
        <message>
            <source>↑ Back to the top</source>
            <translation>↑ 回到开头</translation>
        </message>
        <message>
            <source>↓ More</source>
            <translation>↓ 更多</translation>
        </message>
    </context>
    <context>
        <name>StaffBanners</name>
        <message>
            <source>Read only: export %1 of %2</source>
            <translation>只读：%2 的导出 %1</translation>
        </message>
        <message>
            <source>Demonstration: participants are invented</source>
            <translation>演示：受试者均为虚构</translation>
        </message>
        <message numerus="yes">
            <source>! %n alert(s) waiting. Open</source>
            <translation>
                <numerusform>! 有 %n 条警报待处理，点此查看</numerusform>
            </translation>
        </message>
        <message>
            <source>The tablet was with %1 (%2) when it locked. The answers are safe.</source>
            <translation>平板锁定时正在 %1（%2）手中。答案都已安全保存。</translation>
        </message>
        <message>
            <source>Hand over again</source>
            <translation>再次交出</translation>
        </message>
        <message>
            <source>Keep the tablet</source>
            <translation>留下平板</translation>
        </message>
        <message>
            <source>To call: %1</source>
            <translation>联系：%1</translation>
        </message>
        <message>
            <source>To report · %1</source>
            <translation>需要上报 · %1</translation>
        </message>
        <message>
            <source>I have read this. Next</source>
            <translation>我已阅读，看下一条</translation>
        </message>
        <message>
            <source>I have read this</source>
            <translation>我已阅读</translation>
        </message>
        <message>
            <source>The tablet&apos;s clock was not compared with the ward&apos;s today. Compare</source>
            <translation>今天还没有将平板时钟与病房时钟核对。去核对</translation>
        </message>
    </context>
    <context>
        <name>StaffPage</name>
        <message>
            <source>‹ Back</source>
            <translation>‹ 返回</translation>
        </message>
    </context>
    <context>
        <name>StaffPlaces</name>
        <message>
            <source>Whose data do you want to export?</source>
            <translation>要导出谁的数据？</translation>
        </message>
    </context>
    <context>
        <name>StaffWords</name>
        <message>
            <source>en</source>
            <comment>BCP 47 tag of the language of dates</comment>
            <translation>zh-CN</translation>
        </message>
        <message>
            <source>d MMM yyyy, HH:mm</source>
            <comment>format of a date with time</comment>
            <translation>yyyy年M月d日 HH:mm</translation>
        </message>
        <message>
            <source>nurse</source>
            <translation>护士</translation>
        </message>
        <message>
            <source>unblinded nurse</source>
            <translation>非盲护士</translation>
        </message>
        <message>
            <source>investigator</source>
            <translation>研究者</translation>
        </message>
        <message>
            <source>data manager</source>
            <translation>数据管理员</translation>
        </message>
        <message>
            <source>monitor</source>
            <translation>监查员</translation>
        </message>
        <message>
            <source>administrator</source>
            <translation>管理员</translation>
        </message>
        <message>
            <source>frozen</source>
            <translation>已冻结</translation>
        </message>
        <message>
            <source>locked</source>
            <translation>已锁定</translation>
        </message>
        <message>
            <source>open</source>
            <translation>开放</translation>
        </message>
        <message>
            <source>Person</source>
            <translation>受试者</translation>
        </message>
        <message>
            <source>Plan</source>
            <translation>计划</translation>
        </message>
        <message>
            <source>Answers</source>
            <translation>回答</translation>
        </message>
        <message>
            <source>Alerts</source>
            <translation>警报</translation>
        </message>
        <message>
            <source>Review</source>
            <translation>审核</translation>
        </message>
        <message>
            <source>On screen</source>
            <translation>屏幕</translation>
        </message>
        <message>
            <source>participant</source>
            <translation>受试者</translation>
        </message>
        <message>
            <source>Access</source>
            <translation>访问</translation>
        </message>
        <message>
            <source>Tablet</source>
            <translation>平板</translation>
        </message>
    </context>
    <context>
        <name>StaleList</name>
        <message>
            <source>%1 was answered too long before the operation.</source>
            <translation>%1的作答距手术时间过久。</translation>
        </message>
        <message>
            <source>Why it is asked once more</source>
            <translation>为何再询问一次</translation>
        </message>
        <message>
            <source>Ask once more</source>
            <translation>再询问一次</translation>
        </message>
    </context>
    <context>
        <name>StandingPage</name>
        <message>
            <source>Participation · %1</source>
            <comment>subject</comment>
            <translation>参与状态 · %1</translation>
        </message>
        <message>
            <source>In the study.</source>
            <translation>在研究中。</translation>
        </message>
        <message>
            <source>Eligible, by the form that was filled in.</source>
            <translation>根据已填写的表格，符合入选条件。</translation>
        </message>
        <message>
            <source>Not eligible, by the form that was filled in. Please record that screening failed.</source>
            <translation>根据已填写的表格，不符合入选条件。请记录筛选失败。</translation>
        </message>
        <message>
            <source>Whether this person is eligible is not known yet: the form is still to be filled in.</source>
            <translation>尚不清楚是否符合入选条件：表格还未填写。</translation>
        </message>
        <message>
            <source>Finish destroying who they are</source>
            <translation>完成身份信息的销毁</translation>
        </message>
        <message>
            <source>Capacity was lost. Who has regained it consents first.</source>
            <translation>曾丧失知情同意能力。恢复后须先签署同意。</translation>
        </message>
        <message>
            <source>Record that consent</source>
            <translation>记录该次同意</translation>
        </message>
        <message>
            <source>Why</source>
            <translation>原因</translation>
        </message>
        <message>
            <source>Why screening failed</source>
            <translation>筛选失败的原因</translation>
        </message>
        <message>
            <source>What happened</source>
            <translation>发生了什么</translation>
        </message>
        <message>
            <source>Remark (may stay empty)</source>
            <translation>备注（可不填）</translation>
        </message>
        <message>
            <source>Suspend</source>
            <translation>暂停</translation>
        </message>
        <message>
            <source>Resume</source>
            <translation>恢复</translation>
        </message>
        <message>
            <source>Withdraw, and destroy who they are</source>
            <translation>退出并销毁身份信息</translation>
        </message>
        <message>
            <source>Record the withdrawal</source>
            <translation>记录退出</translation>
        </message>
        <message>
            <source>Record that screening failed</source>
            <translation>记录筛选失败</translation>
        </message>
    </context>
    <context>
        <name>StreamHead</name>
        <message>
            <source>The data are %1.</source>
            <translation>数据状态：%1。</translation>
        </message>
        <message>
            <source>Voided, and not yet where they belong</source>
            <translation>已作废，尚未归位</translation>
        </message>
        <message>
            <source>%1: to %2, %3</source>
            <comment>instrument, subject, timepoint</comment>
            <translation>%1：应归 %2，%3</translation>
        </message>
        <message>
            <source>Put it there</source>
            <translation>移至该处</translation>
        </message>
        <message>
            <source>Signatures of the whole record</source>
            <translation>全部记录的签名</translation>
        </message>
        <message>
            <source>Sign the record</source>
            <translation>签署记录</translation>
        </message>
        <message>
            <source>Freeze the data</source>
            <translation>冻结数据</translation>
        </message>
        <message>
            <source>Lock the data</source>
            <translation>锁定数据</translation>
        </message>
        <message>
            <source>Open the data again</source>
            <translation>重新开放数据</translation>
        </message>
        <message>
            <source>Unblind</source>
            <translation>揭盲</translation>
        </message>
    </context>
    <context>
        <name>StreamPage</name>
        <message>
            <source>%1 · record</source>
            <comment>subject</comment>
            <translation>%1 · 记录</translation>
        </message>
        <message>
            <source>Events, newest first</source>
            <translation>事件，最新在前</translation>
        </message>
        <message>
            <source>%1 · %2</source>
            <comment>time, name and role</comment>
            <translation>%1 · %2</translation>
        </message>
        <message>
            <source>Reason: %1</source>
            <translation>原因：%1</translation>
        </message>
        <message>
            <source>Redact …</source>
            <translation>遮盖…</translation>
        </message>
        <message>
            <source>Redact: %1</source>
            <comment>what an event says</comment>
            <translation>遮盖：%1</translation>
        </message>
    </context>
    <context>
        <name>StreamWords</name>
        <message>
            <source>All</source>
            <translation>全部</translation>
        </message>
        <message>
            <source>the participant</source>
            <translation>受试者本人</translation>
        </message>
        <message>
            <source>%1 (%2)</source>
            <comment>name, role</comment>
            <translation>%1（%2）</translation>
        </message>
    </context>
    <context>
        <name>StudyPage</name>
        <message>
            <source>Study in force</source>
            <translation>现行研究方案</translation>
        </message>
        <message>
            <source>%1, version %2</source>
            <translation>%1，版本 %2</translation>
        </message>
        <message>
            <source>Local times of %1</source>
            <translation>%1 当地时间</translation>
        </message>
    </context>
    <context>
        <name>StudyWords</name>
        <message numerus="yes">
            <source>%n month(s)</source>
            <translation>
                <numerusform>%n 个月</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n day(s)</source>
            <translation>
                <numerusform>%n 天</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 h</source>
            <translation>%1 小时</translation>
        </message>
        <message>
            <source>%1 min</source>
            <translation>%1 分钟</translation>
        </message>
        <message>
            <source>day %1, %2 to %3</source>
            <translation>第 %1 天，%2 至 %3</translation>
        </message>
        <message>
            <source>%1, up to %2 earlier or later</source>
            <translation>%1，可提前或推迟至多 %2</translation>
        </message>
        <message>
            <source>at: %1</source>
            <translation>于：%1</translation>
        </message>
        <message>
            <source>%1 after: %2</source>
            <translation>%2后 %1</translation>
        </message>
        <message>
            <source>%1 before: %2</source>
            <translation>%2前 %1</translation>
        </message>
        <message>
            <source>opens then</source>
            <translation>届时开放</translation>
        </message>
        <message>
            <source>opens %1 earlier</source>
            <translation>提前 %1 开放</translation>
        </message>
        <message>
            <source>opens %1 later</source>
            <translation>推迟 %1 开放</translation>
        </message>
        <message>
            <source>closes then</source>
            <translation>届时关闭</translation>
        </message>
        <message>
            <source>closes %1 earlier</source>
            <translation>提前 %1 关闭</translation>
        </message>
        <message>
            <source>closes %1 later</source>
            <translation>推迟 %1 关闭</translation>
        </message>
        <message>
            <source>%1; %2, %3</source>
            <comment>when, opens, closes</comment>
            <translation>%1；%2，%3</translation>
        </message>
        <message>
            <source>, </source>
            <comment>between instruments</comment>
            <translation>、</translation>
        </message>
        <message>
            <source>%1: added (%2)</source>
            <translation>%1：新增（%2）</translation>
        </message>
        <message>
            <source>%1: removed</source>
            <translation>%1：删除</translation>
        </message>
        <message>
            <source>%1: changed</source>
            <translation>%1：更改</translation>
        </message>
        <message>
            <source>%1: asked at another time. Before: %2. Now: %3.</source>
            <translation>%1：询问时间改变。原为：%2。现为：%3。</translation>
        </message>
        <message>
            <source>%1: the same scales otherwise ordered or set</source>
            <translation>%1：量表相同，但次序或设置不同</translation>
        </message>
        <message>
            <source>%1: now also %2</source>
            <translation>%1：新增 %2</translation>
        </message>
        <message>
            <source>%1: no longer %2</source>
            <translation>%1：不再包含 %2</translation>
        </message>
        <message>
            <source>Date &quot;%1&quot;: added</source>
            <translation>日期“%1”：新增</translation>
        </message>
        <message>
            <source>Date &quot;%1&quot;: removed</source>
            <translation>日期“%1”：删除</translation>
        </message>
        <message>
            <source>Date &quot;%1&quot;: changed</source>
            <translation>日期“%1”：更改</translation>
        </message>
        <message>
            <source>Endpoint %1: added</source>
            <translation>终点 %1：新增</translation>
        </message>
        <message>
            <source>Endpoint %1: removed</source>
            <translation>终点 %1：删除</translation>
        </message>
        <message>
            <source>Endpoint %1: changed</source>
            <translation>终点 %1：更改</translation>
        </message>
        <message>
            <source>Setting &quot;%1&quot;: added</source>
            <translation>设置“%1”：新增</translation>
        </message>
        <message>
            <source>Setting &quot;%1&quot;: removed</source>
            <translation>设置“%1”：删除</translation>
        </message>
        <message>
            <source>Setting &quot;%1&quot;: changed</source>
            <translation>设置“%1”：更改</translation>
        </message>
        <message>
            <source>official</source>
            <translation>官方版</translation>
        </message>
        <message>
            <source>validated</source>
            <translation>经验证</translation>
        </message>
        <message>
            <source>placeholder for demonstrations</source>
            <translation>演示用占位文本</translation>
        </message>
        <message>
            <source>not validated</source>
            <translation>未经验证</translation>
        </message>
        <message>
            <source>electronic use allowed</source>
            <translation>允许电子使用</translation>
        </message>
        <message>
            <source>no electronic use</source>
            <translation>不允许电子使用</translation>
        </message>
        <message>
            <source>wording may be exported</source>
            <translation>文本可导出</translation>
        </message>
        <message>
            <source>wording stays on the tablet</source>
            <translation>文本仅留在平板上</translation>
        </message>
        <message>
            <source>for the study %1 alone</source>
            <translation>仅限研究 %1</translation>
        </message>
        <message>
            <source>until %1</source>
            <translation>有效期至 %1</translation>
        </message>
        <message>
            <source>%1, version %2: %3. Rights: %4; %5.</source>
            <translation>%1，版本 %2：%3。权利人：%4；%5。</translation>
        </message>
    </context>
    <context>
        <name>TextSizePanel</name>
        <message>
            <source>Text size</source>
            <translation>文字大小</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>亮度</translation>
        </message>
        <message>
            <source>Day</source>
            <translation>日间</translation>
        </message>
        <message>
            <source>Night</source>
            <translation>夜间</translation>
        </message>
        <message>
            <source>Strong contrast</source>
            <translation>高对比</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>完成</translation>
        </message>
    </context>
    <context>
        <name>TimeEntry</name>
        <message>
            <source>%1, %2</source>
            <comment>a time and the part of the day</comment>
            <translation>%1，%2</translation>
        </message>
        <message>
            <source>Hour</source>
            <translation>时</translation>
        </message>
        <message>
            <source>Hours</source>
            <translation>小时</translation>
        </message>
        <message>
            <source>Minutes</source>
            <translation>分钟</translation>
        </message>
        <message>
            <source>Use a keypad</source>
            <translation>改用数字键</translation>
        </message>
    </context>
    <context>
        <name>TimeWords</name>
        <message>
            <source>%1 %2</source>
            <comment>an hour and AM or PM</comment>
            <translation>%2%1</translation>
        </message>
        <message>
            <source>at night</source>
            <translation>夜里</translation>
        </message>
        <message>
            <source>in the morning</source>
            <translation>上午</translation>
        </message>
        <message>
            <source>in the afternoon</source>
            <translation>下午</translation>
        </message>
        <message>
            <source>in the evening</source>
            <translation>晚上</translation>
        </message>
        <message>
            <source>%1 min</source>
            <translation>%1 分钟</translation>
        </message>
        <message>
            <source>%1 h</source>
            <translation>%1 小时</translation>
        </message>
        <message>
            <source>%1 h %2 min</source>
            <translation>%1 小时 %2 分钟</translation>
        </message>
        <message>
            <source>Please enter %1 or more.</source>
            <translation>请填写不少于 %1 的数。</translation>
        </message>
        <message>
            <source>Please enter %1 at most.</source>
            <translation>最多填 %1，请核对。</translation>
        </message>
        <message>
            <source>Please enter a time from %1 to %2.</source>
            <translation>请填写 %1 到 %2 之间的时间。</translation>
        </message>
        <message>
            <source>Please enter a number from %1 to %2.</source>
            <translation>请填写 %1 到 %2 之间的数字。</translation>
        </message>
        <message>
            <source>Please enter %1 or less.</source>
            <translation>请填写不超过 %1 的数。</translation>
        </message>
    </context>
    <context>
        <name>TrendView</name>
        <message>
            <source>This study keeps scores and endpoints across timepoints from your role.</source>
            <translation>本研究不向您的角色显示跨时间点的分数与终点。</translation>
        </message>
        <message>
            <source>There is no score yet.</source>
            <translation>尚无分数。</translation>
        </message>
    </context>
    <context>
        <name>VasLine</name>
        <message>
            <source>From %1 to %2</source>
            <translation>从%1到%2</translation>
        </message>
        <message>
            <source>‹ A little to the left</source>
            <translation>‹ 向左一点</translation>
        </message>
        <message>
            <source>A little to the right ›</source>
            <translation>向右一点 ›</translation>
        </message>
        <message>
            <source>no mark yet</source>
            <translation>还没有标记</translation>
        </message>
        <message>
            <source>at the left end</source>
            <translation>在最左端</translation>
        </message>
        <message>
            <source>near the left end</source>
            <translation>靠近左端</translation>
        </message>
        <message>
            <source>about a quarter of the way</source>
            <translation>大约四分之一处</translation>
        </message>
        <message>
            <source>about a third of the way</source>
            <translation>大约三分之一处</translation>
        </message>
        <message>
            <source>a little left of the middle</source>
            <translation>中间偏左一点</translation>
        </message>
        <message>
            <source>about the middle</source>
            <translation>大约在中间</translation>
        </message>
        <message>
            <source>a little right of the middle</source>
            <translation>中间偏右一点</translation>
        </message>
        <message>
            <source>about two thirds of the way</source>
            <translation>大约三分之二处</translation>
        </message>
        <message>
            <source>about three quarters of the way</source>
            <translation>大约四分之三处</translation>
        </message>
        <message>
            <source>near the right end</source>
            <translation>靠近右端</translation>
        </message>
        <message>
            <source>at the right end</source>
            <translation>在最右端</translation>
        </message>
        <message>
            <source>A little to the left</source>
            <translation>向左一点</translation>
        </message>
        <message>
            <source>A little to the right</source>
            <translation>向右一点</translation>
        </message>
    </context>
    <context>
        <name>Wheel</name>
        <message>
            <source>nothing chosen yet</source>
            <translation>还没有选择</translation>
        </message>
    </context>
    <context>
        <name>WhereaboutsPage</name>
        <message>
            <source>Whereabouts · %1</source>
            <comment>subject</comment>
            <translation>所在位置 · %1</translation>
        </message>
        <message>
            <source>%1, since %2</source>
            <comment>place, when</comment>
            <translation>%1，自 %2 起</translation>
        </message>
        <message>
            <source>Nobody has said yet where this participant is.</source>
            <translation>还没有人记录该受试者在哪里。</translation>
        </message>
        <message>
            <source>From now on this participant is asked by telephone.</source>
            <translation>今后通过电话询问该受试者。</translation>
        </message>
        <message>
            <source>Ward or room</source>
            <translation>病区或房间</translation>
        </message>
        <message>
            <source>Bed</source>
            <translation>床号</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
    </context>
    <context>
        <name>WithdrawFields</name>
        <message>
            <source>What ends (several may; what ended before stays ended)</source>
            <translation>退出哪些部分（可多选；此前已退出的保持不变）</translation>
        </message>
        <message>
            <source>Who decided</source>
            <translation>由谁决定</translation>
        </message>
        <message>
            <source>Reason (may stay empty: nobody has to give one)</source>
            <translation>原因（可以不填：任何人都不必说明原因）</translation>
        </message>
        <message>
            <source>Who they are: name, telephone, record number, second identifier, and the notes</source>
            <translation>身份信息：姓名、电话、病历号、第二标识，以及备注</translation>
        </message>
        <message>
            <source>Is kept</source>
            <translation>保留</translation>
        </message>
        <message>
            <source>Is destroyed for good</source>
            <translation>永久销毁</translation>
        </message>
        <message>
            <source>Nobody can ever read it again, here or from any later backup. The answers stay, without a name.</source>
            <translation>以后任何人都无法再读取，此处或此后的任何备份都不行。回答会保留，但不再有姓名。</translation>
        </message>
        <message>
            <source>Type the subject id %1 to confirm</source>
            <translation>请输入受试者编号 %1 以确认</translation>
        </message>
    </context>
    <context>
        <name>Words</name>
        <message>
            <source>%1.</source>
            <comment>a reason as a sentence</comment>
            <translation>%1。</translation>
        </message>
        <message>
            <source>This could not be used, and nothing was changed. %1 Please check it and try again.</source>
            <translation>该内容无法使用，未作任何更改。%1 请检查后再试。</translation>
        </message>
        <message>
            <source>This was not allowed, and nothing was changed. %1</source>
            <translation>此操作不被允许，未作任何更改。%1</translation>
        </message>
        <message>
            <source>A check found something wrong, and nothing was changed. %1 Please call the data manager.</source>
            <translation>检查发现问题，未作任何更改。%1 请联系数据管理员。</translation>
        </message>
        <message>
            <source>The tablet could not save or read this. Everything saved before is safe. %1 Try again; if it happens again, call the data manager.</source>
            <translation>平板无法保存或读取。之前保存的内容都是安全的。%1 请再试一次；若再次出现，请联系数据管理员。</translation>
        </message>
        <message>
            <source>Your account may not export. Nothing was written. Ask an investigator or a data manager.</source>
            <translation>您的账户无权导出。未写入任何内容。请找研究者或数据管理员。</translation>
        </message>
        <message>
            <source>Your account may not enrol participants. Nothing was saved. Ask a nurse or an investigator.</source>
            <translation>您的账户无权为受试者办理入组。未保存任何内容。请找护士或研究者。</translation>
        </message>
        <message>
            <source>Your account may not change dates. Nothing was saved. Ask a nurse or an investigator.</source>
            <translation>您的账户无权更改日期。未保存任何内容。请找护士或研究者。</translation>
        </message>
        <message>
            <source>Your account may not hand over the tablet. Ask a nurse or an investigator.</source>
            <translation>您的账户无权交出平板。请找护士或研究者。</translation>
        </message>
        <message>
            <source>Your account may not acknowledge alerts. The alert stays open. Call a nurse or an investigator now.</source>
            <translation>您的账户无权确认警报。警报仍未处理。请立即联系护士或研究者。</translation>
        </message>
        <message>
            <source>Your account may not do this. Nothing was changed. Ask an investigator.</source>
            <translation>您的账户无权进行此操作。未作任何更改。请找研究者。</translation>
        </message>
        <message>
            <source>The study&apos;s data in %1 belong to another tablet. They are safe and were not touched. Please give this tablet to the data manager.</source>
            <translation>%1 中的研究数据属于另一台平板。数据安全，未被改动。请把这台平板交给数据管理员。</translation>
        </message>
        <message>
            <source>The study&apos;s data in %1 were changed from outside. Nothing was opened. Please call the data manager.</source>
            <translation>%1 中的研究数据被外部改动过。未打开任何内容。请联系数据管理员。</translation>
        </message>
        <message>
            <source>There is no study on this tablet that can be opened (looked in %1). Nothing was changed. Please give this tablet to the data manager, who sets up a study.</source>
            <translation>这台平板上没有可以打开的研究（已查找 %1）。未作任何更改。请把平板交给数据管理员进行设置。</translation>
        </message>
        <message>
            <source>Too many wrong passphrases. Everything is safe. Please wait %1 s and try again.</source>
            <translation>口令错误次数过多。所有数据都是安全的。请等待 %1 秒后再试。</translation>
        </message>
        <message>
            <source>The name or the passphrase is not right, or the account is no longer active. Everything is safe. Please try again, or ask your administrator.</source>
            <translation>姓名或口令不正确，或账户已停用。所有数据都是安全的。请再试一次，或联系管理员。</translation>
        </message>
        <message>
            <source>due</source>
            <translation>现在可做</translation>
        </message>
        <message>
            <source>overdue</source>
            <translation>已逾期</translation>
        </message>
        <message>
            <source>upcoming</source>
            <translation>即将到来</translation>
        </message>
        <message>
            <source>no date yet</source>
            <translation>尚无日期</translation>
        </message>
        <message>
            <source>done</source>
            <translation>已完成</translation>
        </message>
        <message>
            <source>1 scale done</source>
            <translation>1 份量表已完成</translation>
        </message>
        <message>
            <source>%1 scales done</source>
            <translation>%1 份量表已完成</translation>
        </message>
        <message>
            <source>%1 of %2 scales left</source>
            <translation>%2 份量表中还剩 %1 份</translation>
        </message>
        <message>
            <source>1 scale</source>
            <translation>1 份量表</translation>
        </message>
        <message>
            <source>%1 scales</source>
            <translation>%1 份量表</translation>
        </message>
        <message>
            <source>opens in %1</source>
            <translation>%1后开放</translation>
        </message>
        <message>
            <source>opens %1</source>
            <translation>%1 开放</translation>
        </message>
        <message>
            <source>closes in %1</source>
            <translation>%1后截止</translation>
        </message>
        <message>
            <source>closes %1</source>
            <translation>%1 截止</translation>
        </message>
        <message>
            <source>closed %1 ago</source>
            <translation>已截止 %1</translation>
        </message>
        <message>
            <source>closed %1</source>
            <translation>%1 已截止</translation>
        </message>
        <message>
            <source>%1 min</source>
            <translation>%1 分钟</translation>
        </message>
        <message>
            <source>%1 h</source>
            <translation>%1 小时</translation>
        </message>
        <message>
            <source>%1 h %2 min</source>
            <translation>%1 小时 %2 分钟</translation>
        </message>
        <message>
            <source>%1 days</source>
            <translation>%1 天</translation>
        </message>
        <message>
            <source>Your account may not change this. Nothing was changed. Ask an administrator.</source>
            <translation>您的账户不能更改此项。未作任何更改。请联系管理员。</translation>
        </message>
        <message>
            <source>Your account may not move participants to another version of the study. Nothing was changed. Ask an investigator or a data manager.</source>
            <translation>您的账户不能将受试者转到研究的其他版本。未作任何更改。请联系研究者或数据管理员。</translation>
        </message>
        <message>
            <source>missed</source>
            <translation>已错过</translation>
        </message>
        <message>
            <source>not applicable</source>
            <translation>不适用</translation>
        </message>
    </context>
    <context>
        <name>WorkWords</name>
        <message>
            <source>%1, again</source>
            <comment>a timepoint that is asked a second time</comment>
            <translation>%1（再次）</translation>
        </message>
        <message>
            <source>what it says is not for this role</source>
            <translation>内容不向此角色显示</translation>
        </message>
        <message>
            <source>should have been acknowledged before %1</source>
            <translation>应在 %1 之前确认</translation>
        </message>
        <message>
            <source>to be acknowledged before %1</source>
            <translation>请在 %1 之前确认</translation>
        </message>
        <message>
            <source>at home</source>
            <translation>在家</translation>
        </message>
        <message>
            <source>in intensive care</source>
            <translation>在重症监护室</translation>
        </message>
        <message>
            <source>in theatre</source>
            <translation>在手术室</translation>
        </message>
        <message>
            <source>in the recovery room</source>
            <translation>在麻醉恢复室</translation>
        </message>
        <message>
            <source>ward %1</source>
            <translation>%1 病区</translation>
        </message>
        <message>
            <source>bed %1</source>
            <translation>%1 床</translation>
        </message>
        <message>
            <source>Alerts</source>
            <translation>警报</translation>
        </message>
        <message>
            <source>Due</source>
            <translation>待完成</translation>
        </message>
        <message>
            <source>Overdue</source>
            <translation>已超时</translation>
        </message>
        <message>
            <source>Upcoming</source>
            <translation>即将到来</translation>
        </message>
        <message>
            <source>No date yet</source>
            <translation>尚无日期</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>已完成</translation>
        </message>
        <message>
            <source>Missed</source>
            <translation>已错过</translation>
        </message>
        <message>
            <source>All</source>
            <translation>全部</translation>
        </message>
        <message>
            <source>%1 (%2)</source>
            <comment>a heading, how many</comment>
            <translation>%1（%2）</translation>
        </message>
        <message>
            <source>%1 (%2)</source>
            <comment>closes in 40 min, local time</comment>
            <translation>%1（%2）</translation>
        </message>
        <message>
            <source>suspended</source>
            <translation>已暂停</translation>
        </message>
        <message>
            <source>by telephone</source>
            <translation>电话随访</translation>
        </message>
        <message>
            <source>in progress</source>
            <translation>进行中</translation>
        </message>
        <message>
            <source>stale: too long before surgery</source>
            <translation>已过时：距手术太久</translation>
        </message>
        <message>
            <source>%1 missed</source>
            <translation>错过 %1 项</translation>
        </message>
        <message>
            <source>%1 not applicable</source>
            <translation>不适用 %1 项</translation>
        </message>
    </context>
    <context>
        <name>WorklistAlert</name>
        <message>
            <source>! %1 · %2</source>
            <comment>subject, instrument</comment>
            <translation>! %1 · %2</translation>
        </message>
        <message>
            <source>See alerts</source>
            <translation>查看警报</translation>
        </message>
    </context>
    <context>
        <name>WorklistChoices</name>
        <message>
            <source>Site</source>
            <translation>中心</translation>
        </message>
        <message>
            <source>Timepoint</source>
            <translation>时间点</translation>
        </message>
        <message>
            <source>Ward</source>
            <translation>病区</translation>
        </message>
        <message>
            <source>Bed</source>
            <translation>床号</translation>
        </message>
    </context>
    <context>
        <name>WorklistMessage</name>
        <message>
            <source>One moment…</source>
            <translation>请稍候…</translation>
        </message>
        <message>
            <source>Nothing is found. Try fewer words, or show everything.</source>
            <translation>没有找到。请减少搜索词，或显示全部。</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>再试一次</translation>
        </message>
    </context>
    <context>
        <name>WorklistPage</name>
        <message>
            <source>Worklist</source>
            <translation>待办</translation>
        </message>
        <message>
            <source>Enrol a participant</source>
            <translation>新受试者入组</translation>
        </message>
        <message>
            <source>Nothing is planned yet. Enrol a participant to begin.</source>
            <translation>还没有安排。请先为受试者办理入组。</translation>
        </message>
        <message>
            <source>Search by subject, site, timepoint, ward or bed</source>
            <translation>按受试者、中心、时间点、病区或床号搜索</translation>
        </message>
        <message>
            <source>Show the list</source>
            <translation>显示列表</translation>
        </message>
        <message>
            <source>Only %1</source>
            <translation>仅%1</translation>
        </message>
        <message>
            <source>Filter</source>
            <translation>筛选</translation>
        </message>
        <message>
            <source>Show everything</source>
            <translation>显示全部</translation>
        </message>
        <message>
            <source>? %1. Open</source>
            <comment>how many queries are open</comment>
            <translation>? %1。打开</translation>
        </message>
        <message>
            <source>Nothing is planned yet.</source>
            <translation>还没有任何计划。</translation>
        </message>
    </context>
    <context>
        <name>WorklistRow</name>
        <message>
            <source>Open %1</source>
            <translation>打开 %1</translation>
        </message>
        <message>
            <source>%1, %2</source>
            <comment>timepoint, how many scales</comment>
            <translation>%1，%2</translation>
        </message>
        <message>
            <source>Hand over</source>
            <translation>交出平板</translation>
        </message>
        <message>
            <source>Call</source>
            <translation>致电</translation>
        </message>
        <message>
            <source>Fill in</source>
            <translation>填写</translation>
        </message>
    </context>
    <context>
        <name>WorklistSlot</name>
        <message>
            <source>Show all: %1</source>
            <comment>a heading with how many</comment>
            <translation>显示全部：%1</translation>
        </message>
    </context>
    <context>
        <name>serein::ui::AdminModel</name>
        <message>
            <source>, </source>
            <comment>between roles</comment>
            <translation>、</translation>
        </message>
        <message>
            <source>The clocks have not been compared yet.</source>
            <translation>尚未核对过时钟。</translation>
        </message>
        <message>
            <source>%1 s</source>
            <translation>%1 秒</translation>
        </message>
        <message>
            <source>Last compared %1: both clocks showed the same.</source>
            <translation>上次核对 %1：两个时钟一致。</translation>
        </message>
        <message>
            <source>Last compared %1: the tablet was %2 ahead of the ward&apos;s clock.</source>
            <translation>上次核对 %1：平板比病房时钟快 %2。</translation>
        </message>
        <message>
            <source>Last compared %1: the tablet was %2 behind the ward&apos;s clock.</source>
            <translation>上次核对 %1：平板比病房时钟慢 %2。</translation>
        </message>
        <message>
            <source>The tablet is %2 ahead of the ward&apos;s clock (compared %1). Answers keep the tablet&apos;s time, and this difference is recorded. Please find out which clock is right, and tell the data manager.</source>
            <translation>平板比病房时钟快 %2（核对于 %1）。答案保留平板的时间，此差异已记录。请查明哪个时钟准确，并告知数据管理员。</translation>
        </message>
        <message>
            <source>The tablet is %2 behind the ward&apos;s clock (compared %1). Answers keep the tablet&apos;s time, and this difference is recorded. Please find out which clock is right, and tell the data manager.</source>
            <translation>平板比病房时钟慢 %2（核对于 %1）。答案保留平板的时间，此差异已记录。请查明哪个时钟准确，并告知数据管理员。</translation>
        </message>
        <message numerus="yes">
            <source>%n event(s) not backed up</source>
            <translation>
                <numerusform>%n 条事件未备份</numerusform>
            </translation>
        </message>
        <message>
            <source>Somebody has to stay administrator. Nothing was changed.</source>
            <translation>必须有人担任管理员。未作任何更改。</translation>
        </message>
        <message>
            <source>%1 can unlock this tablet now.</source>
            <translation>%1 现在可以解锁这台平板。</translation>
        </message>
        <message>
            <source>%1 has other roles now.</source>
            <translation>%1 的角色已更改。</translation>
        </message>
        <message>
            <source>%1 can&apos;t unlock this tablet any more.</source>
            <translation>%1 不能再解锁这台平板。</translation>
        </message>
        <message>
            <source>Your new passphrase holds from now on.</source>
            <translation>新的密码短语从现在起生效。</translation>
        </message>
        <message>
            <source>%1 has a new passphrase.</source>
            <translation>%1 有了新的密码短语。</translation>
        </message>
        <message>
            <source>Compared and recorded.</source>
            <translation>已核对并记录。</translation>
        </message>
    </context>
    <context>
        <name>serein::ui::AlertModel</name>
        <message>
            <source>Waiting: %1</source>
            <translation>待处理：%1</translation>
        </message>
        <message>
            <source>Acknowledged, not closed: %1</source>
            <translation>已确认、未关闭：%1</translation>
        </message>
        <message>
            <source>Closed: %1</source>
            <translation>已关闭：%1</translation>
        </message>
        <message>
            <source>Should have been acknowledged before %1, %2 ago. Call now.</source>
            <translation>应在 %1 之前确认，已超过 %2。请立即联系。</translation>
        </message>
        <message>
            <source>Acknowledge before %1, in %2</source>
            <translation>请在 %1 之前确认（还剩 %2）</translation>
        </message>
        <message>
            <source>what it says is not for this role</source>
            <translation>内容不向此角色显示</translation>
        </message>
        <message>
            <source>Closed %1 by %2: %3</source>
            <translation>%1 由 %2 关闭：%3</translation>
        </message>
        <message>
            <source>Escalated %1: nobody had acknowledged it.</source>
            <translation>%1 已升级：一直无人确认。</translation>
        </message>
        <message>
            <source>What this alert says is not for this role. Call the contact.</source>
            <translation>您的角色不能查看此警报的内容。请联系负责人。</translation>
        </message>
        <message>
            <source>Raised %1</source>
            <translation>%1 触发</translation>
        </message>
        <message>
            <source>Acknowledged %1 by %2: %3</source>
            <translation>%1 由 %2 确认：%3</translation>
        </message>
        <message>
            <source>Somebody has looked after this alert already.</source>
            <translation>已有人处理了此警报。</translation>
        </message>
        <message>
            <source>Acknowledged.</source>
            <translation>已确认。</translation>
        </message>
        <message>
            <source>Closed.</source>
            <translation>已关闭。</translation>
        </message>
        <message>
            <source>Should have been acknowledged before %1. Call now.</source>
            <translation>应在 %1 之前确认。请立即联系。</translation>
        </message>
        <message>
            <source>nobody has acknowledged it since %1: overdue</source>
            <translation>自 %1 起无人确认：已超时</translation>
        </message>
        <message>
            <source>waits since %1, to be acknowledged before %2</source>
            <translation>自 %1 起待处理，须在 %2 前确认</translation>
        </message>
        <message>
            <source>acknowledged %1 by %2, not closed</source>
            <translation>%2 已于 %1 确认，尚未关闭</translation>
        </message>
        <message>
            <source>closed %1 by %2</source>
            <translation>%2 已于 %1 关闭</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <comment>instrument, question</comment>
            <translation>%1：%2</translation>
        </message>
    </context>
    <context>
        <name>serein::ui::AppModel</name>
        <message>
            <source>A PIN has 4 to 8 digits, and two people can&apos;t have the same one. Please choose another.</source>
            <translation>PIN 码为 4 到 8 位数字，且不能与他人相同。请换一个。</translation>
        </message>
        <message>
            <source>Too many wrong PINs. The answers are safe. Please unlock with your passphrase.</source>
            <translation>PIN 码错误次数过多。答案都已安全保存。请用您的口令解锁。</translation>
        </message>
        <message>
            <source>That is not the PIN. Tries left: %1.</source>
            <translation>PIN 码不正确。还可以试 %1 次。</translation>
        </message>
        <message>
            <source>The tablet could not save this. The answers given so far are safe. Please try again.</source>
            <translation>平板未能保存此操作。已填写的答案都是安全的。请再试一次。</translation>
        </message>
        <message>
            <source>The tablet is back with you. Please unlock it with your own passphrase, so that your work carries your name.</source>
            <translation>平板已交还给您。请用您自己的口令解锁，以便操作记录在您的名下。</translation>
        </message>
    </context>
    <context>
        <name>serein::ui::AskingModel</name>
        <message>
            <source>%1: %2</source>
            <comment>who was reached, outcome</comment>
            <translation>%1：%2</translation>
        </message>
        <message>
            <source>It has no date yet. Please say why it is asked all the same.</source>
            <translation>还没有日期。请说明为何仍要询问。</translation>
        </message>
        <message>
            <source>It %1. Please say why it is asked early.</source>
            <comment>opens …</comment>
            <translation>时间窗%1。请说明为何提前询问。</translation>
        </message>
        <message>
            <source>It %1. Please say why it is asked late.</source>
            <comment>closed …</comment>
            <translation>时间窗%1。请说明为何延后询问。</translation>
        </message>
        <message>
            <source>Recorded as missed.</source>
            <translation>已记录为缺失。</translation>
        </message>
        <message>
            <source>The call is in the log.</source>
            <translation>通话已记入记录。</translation>
        </message>
        <message>
            <source>All that was not begun</source>
            <translation>所有未开始的</translation>
        </message>
        <message>
            <source>%1: %2. Recorded %3 by %4.</source>
            <comment>what, why, when, who</comment>
            <translation>%1：%2。%4 记录于 %3。</translation>
        </message>
        <message>
            <source>It is not marked as missed any more.</source>
            <translation>已不再标记为缺失。</translation>
        </message>
        <message>
            <source>Corrected.</source>
            <translation>已更正。</translation>
        </message>
    </context>
    <context>
        <name>serein::ui::AuditModel</name>
        <message>
            <source>All</source>
            <translation>全部</translation>
        </message>
        <message>
            <source>Anybody</source>
            <translation>任何人</translation>
        </message>
        <message>
            <source>the participant</source>
            <translation>受试者本人</translation>
        </message>
        <message>
            <source>Event %1, tablet %2, version %3</source>
            <translation>第 %1 个事件，设备 %2，版本 %3</translation>
        </message>
        <message>
            <source>No event fits.</source>
            <translation>没有符合的事件。</translation>
        </message>
        <message>
            <source>Events %1 to %2, newest first</source>
            <translation>第 %1 至 %2 个事件，最新的在前</translation>
        </message>
        <message>
            <source>device</source>
            <translation>设备</translation>
        </message>
        <message>
            <source>from %1</source>
            <translation>自 %1</translation>
        </message>
        <message>
            <source>before %1</source>
            <translation>早于 %1</translation>
        </message>
        <message>
            <source>Written: %1</source>
            <translation>已写入：%1</translation>
        </message>
        <message>
            <source>%1, on the tablet %2</source>
            <comment>moment in UTC, moment with offset</comment>
            <translation>%1，平板显示 %2</translation>
        </message>
    </context>
    <context>
        <name>serein::ui::BackupModel</name>
        <message>
            <source>%1, fingerprint %2</source>
            <translation>%1，指纹 %2</translation>
        </message>
        <message numerus="yes">
            <source>Backed up and read back: %n event(s). %1</source>
            <translation>
                <numerusform>已备份并读回核对：%n 条事件。%1</numerusform>
            </translation>
        </message>
        <message>
            <source>Whole: %1 events in %2 streams, %3 checkpoints.</source>
            <translation>完整无误：%2 条流中的 %1 条事件，%3 个检查点。</translation>
        </message>
        <message>
            <source>Only when somebody makes one</source>
            <translation>仅在有人操作时</translation>
        </message>
        <message>
            <source>Every day</source>
            <translation>每天</translation>
        </message>
        <message>
            <source>Every week</source>
            <translation>每周</translation>
        </message>
        <message numerus="yes">
            <source>Every %n hour(s)</source>
            <translation>
                <numerusform>每 %n 小时</numerusform>
            </translation>
        </message>
        <message>
            <source>The key of this certificate opens backups, and the tablet without a passphrase.</source>
            <translation>此证书的密钥可以打开备份，也可以不用口令打开平板。</translation>
        </message>
        <message>
            <source>The keys of any %1 of these %2 certificates are needed together to open backups, or the tablet without a passphrase.</source>
            <translation>打开备份，或不用口令打开平板，需要这 %2 份证书中任意 %1 份的密钥一起。</translation>
        </message>
        <message>
            <source>The keys of all these certificates are needed together to open backups, or the tablet without a passphrase.</source>
            <translation>打开备份，或不用口令打开平板，需要所有这些证书的密钥一起。</translation>
        </message>
        <message>
            <source>The key of any one of these certificates opens backups, and the tablet without a passphrase.</source>
            <translation>其中任一证书的密钥都可以打开备份，也可以不用口令打开平板。</translation>
        </message>
        <message>
            <source>No backup is made by itself: somebody has to make each one.</source>
            <translation>不自动备份：每次都要由人操作。</translation>
        </message>
        <message>
            <source>%1, by itself, once somebody has made the first one here: then into the same folder.</source>
            <translation>%1自动备份：先由人在这里做第一次，之后写入同一文件夹。</translation>
        </message>
        <message numerus="yes">
            <source>%1, by itself, while staff have the tablet: into %2. The last %n stay there, older ones are removed.</source>
            <translation>
                <numerusform>%1在工作人员使用平板时自动备份，写入 %2。那里保留最近 %n 份，更早的会删除。</numerusform>
            </translation>
        </message>
        <message>
            <source>Saved.</source>
            <translation>已保存。</translation>
        </message>
        <message numerus="yes">
            <source>Backups are sealed to %n certificate(s) from now on.</source>
            <translation>
                <numerusform>今后的备份将密封给 %n 份证书。</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>serein::ui::BackupSchedule</name>
        <message>
            <source>The backup that was due could not be made. %1</source>
            <translation>到期的备份未能完成。%1</translation>
        </message>
    </context>
    <context>
        <name>serein::ui::DeskModel</name>
        <message>
            <source>%1 does not match this participant, so the tablet was not handed over. Check who is in front of you.</source>
            <translation>%1与该受试者不符，平板未交出。请核对面前的人是谁。</translation>
        </message>
        <message>
            <source>The tablet stays with you. The answers given so far are kept.</source>
            <translation>平板留在您这里。已填写的答案都已保留。</translation>
        </message>
        <message>
            <source>This entry doesn&apos;t fit the field. Nothing was saved yet.</source>
            <translation>填写的内容不符合此栏要求，尚未保存。</translation>
        </message>
        <message>
            <source>Saved.</source>
            <translation>已保存。</translation>
        </message>
        <message>
            <source>By what was just entered, the study advises against asking the participant alone right now. Wait, read aloud, or hand over all the same.</source>
            <translation>根据刚才填写的情况，研究方案不建议现在由受试者独自作答。请稍候、改为朗读，或仍然交出。</translation>
        </message>
    </context>
    <context>
        <name>serein::ui::ExportJob</name>
        <message>
            <source>There is too little room in this folder: %1 MB are free. Nothing was written.</source>
            <translation>此文件夹空间不足：仅剩 %1 MB。未写入任何内容。</translation>
        </message>
        <message numerus="yes">
            <source>Exported: %n participant(s), into %1.</source>
            <translation>
                <numerusform>已导出 %n 位受试者，存于 %1。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Stopped. %n bundle(s) are whole and were kept in %1.</source>
            <translation>
                <numerusform>已停止。%n 个完整的数据包保留在 %1。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n participant(s) withdrew the use of their records and were left out: %1.</source>
            <translation>
                <numerusform>%n 位受试者已撤回记录的使用，未导出：%1。</numerusform>
            </translation>
        </message>
        <message>
            <source>, </source>
            <comment>between subject ids</comment>
            <translation>、</translation>
        </message>
        <message>
            <source>Nothing happened since the last export of the same, so nothing was written.</source>
            <translation>自上次相同的导出以来没有任何变化，因此未写入任何内容。</translation>
        </message>
        <message>
            <source>Exported, not sealed: %1</source>
            <translation>已导出（未加密封装）：%1</translation>
        </message>
        <message>
            <source>Exported, sealed: %1</source>
            <translation>已导出（已加密封装）：%1</translation>
        </message>
        <message>
            <source>And everybody&apos;s tables in one.</source>
            <translation>另有全部受试者的合并表。</translation>
        </message>
        <message numerus="yes">
            <source>%n participant(s) are unchanged since their last export and were not written again.</source>
            <translation>
                <numerusform>%n 名受试者自上次导出以来没有变化，未再次写入。</numerusform>
            </translation>
        </message>
        <message>
            <source>There is too little room on this tablet for everybody&apos;s tables in one: %1 MB are free. Nothing was written.</source>
            <translation>本平板空间不足，无法生成全部受试者的合并表：可用 %1 MB。未写入任何内容。</translation>
        </message>
    </context>
    <context>
        <name>serein::ui::FormModel</name>
        <message>
            <source>%1. It is not saved yet.</source>
            <comment>what is wrong with an entry</comment>
            <translation>%1。尚未保存。</translation>
        </message>
        <message>
            <source>The clock is put back that night, so this time comes twice. The first of them is recorded.</source>
            <translation>当晚时钟拨回，这个时间会出现两次。记录的是第一次。</translation>
        </message>
        <message>
            <source>Recorded by %1 (%2)</source>
            <translation>记录人：%1（%2）</translation>
        </message>
        <message>
            <source>Saved.</source>
            <translation>已保存。</translation>
        </message>
        <message>
            <source>Please enter a number from %1 to %2. It is not saved yet.</source>
            <translation>请填写 %1 到 %2 之间的数。尚未保存。</translation>
        </message>
    </context>
    <context>
        <name>serein::ui::InstructionModel</name>
        <message>
            <source>%1: %2</source>
            <comment>a participant and a form</comment>
            <translation>%1：%2</translation>
        </message>
        <message>
            <source>Noted that this was read.</source>
            <translation>已记录为已阅读。</translation>
        </message>
    </context>
    <context>
        <name>serein::ui::KeysModel</name>
        <message>
            <source>Everything stored here has new keys. Passphrases and PINs are as they were.</source>
            <translation>这里存储的全部内容已换用新密钥。口令和 PIN 保持不变。</translation>
        </message>
    </context>
    <context>
        <name>serein::ui::PatientModel</name>
        <message>
            <source>The questions can&apos;t be shown. What you answered before is safe. Please give the tablet to your nurse.</source>
            <translation>问题无法显示。您之前的回答都已安全保存。请把平板交给护士。</translation>
        </message>
        <message>
            <source>This answer doesn&apos;t fit the question, so it was not saved. Please choose again.</source>
            <translation>这个回答不符合题目要求，没有保存。请重新选择。</translation>
        </message>
        <message>
            <source>That could not be saved just now. What you answered before is safe. Please try again, or give the tablet to your nurse.</source>
            <translation>刚才的内容没能保存。您之前的回答都是安全的。请再试一次，或把平板交给护士。</translation>
        </message>
    </context>
    <context>
        <name>serein::ui::PersonModel</name>
        <message>
            <source>Resume</source>
            <translation>恢复</translation>
        </message>
        <message>
            <source>Suspend</source>
            <translation>暂停</translation>
        </message>
        <message>
            <source>Withdraw</source>
            <translation>退出</translation>
        </message>
        <message>
            <source>Screening failed</source>
            <translation>筛选失败</translation>
        </message>
        <message>
            <source>Recorded %1, by %2</source>
            <comment>when, who</comment>
            <translation>记录于 %1，记录人 %2</translation>
        </message>
        <message>
            <source>%1, by %2</source>
            <comment>when, who</comment>
            <translation>%1，%2</translation>
        </message>
        <message>
            <source>Enrolled %1.</source>
            <translation>已登记 %1。</translation>
        </message>
        <message>
            <source>Consent is recorded.</source>
            <translation>知情同意已记录。</translation>
        </message>
        <message>
            <source>It is recorded that screening failed.</source>
            <translation>已记录筛选失败。</translation>
        </message>
        <message>
            <source>Suspended. Nothing is asked until it is resumed.</source>
            <translation>已暂停。恢复之前不询问任何内容。</translation>
        </message>
        <message>
            <source>Resumed.</source>
            <translation>已恢复。</translation>
        </message>
        <message>
            <source>The withdrawal is recorded.</source>
            <translation>退出已记录。</translation>
        </message>
        <message>
            <source>Who they are was destroyed, and their notes with it.</source>
            <translation>身份信息及备注已销毁。</translation>
        </message>
        <message>
            <source>Saved.</source>
            <translation>已保存。</translation>
        </message>
        <message>
            <source>The note is kept.</source>
            <translation>备注已保存。</translation>
        </message>
        <message>
            <source>Redacted: it told who somebody is.</source>
            <translation>已遮盖：其中透露了身份。</translation>
        </message>
    </context>
    <context>
        <name>serein::ui::PlanModel</name>
        <message>
            <source>It was postponed or brought forward</source>
            <translation>推迟或提前了</translation>
        </message>
        <message>
            <source>It was mistyped</source>
            <translation>录入有误</translation>
        </message>
        <message>
            <source>It will not happen</source>
            <translation>不会进行了</translation>
        </message>
        <message>
            <source>It was not given</source>
            <translation>并未签署</translation>
        </message>
        <message>
            <source>It happened again</source>
            <translation>再次发生</translation>
        </message>
        <message>
            <source>no date any more</source>
            <translation>不再有日期</translation>
        </message>
        <message>
            <source>%1: %2.</source>
            <comment>anchor, when</comment>
            <translation>%1：%2。</translation>
        </message>
        <message>
            <source>It will be asked once more. What was answered stays.</source>
            <translation>将再询问一次。已有的回答保留。</translation>
        </message>
    </context>
    <context>
        <name>serein::ui::RedactModel</name>
        <message>
            <source>%1, by %2</source>
            <comment>when, who</comment>
            <translation>%1，%2</translation>
        </message>
        <message>
            <source>the participant</source>
            <translation>受试者本人</translation>
        </message>
        <message>
            <source>Redacted for good. Please back up soon, so that no backup holds it either.</source>
            <translation>已永久遮盖。请尽快备份，使备份中也不再保留。</translation>
        </message>
        <message>
            <source>Redacted: no screen and no export shows it any more. But it stands where the vault itself needs it, or was written by an older Serein: whoever has this tablet&apos;s files and its keys could still read it.</source>
            <translation>已遮盖：屏幕和导出中都不再显示。但它位于数据库自身所需的事件中，或由旧版 Serein 写入：持有本平板文件和密钥的人仍可能读到。</translation>
        </message>
        <message>
            <source>the tablet&apos;s own events</source>
            <translation>平板自身的事件</translation>
        </message>
    </context>
    <context>
        <name>serein::ui::ReviewModel</name>
        <message>
            <source>Saved.</source>
            <translation>已保存。</translation>
        </message>
        <message>
            <source>Reopened. Hand the tablet over again to go on.</source>
            <translation>已重新开放。请再次交出平板以继续。</translation>
        </message>
    </context>
    <context>
        <name>serein::ui::ReviewWorkModel</name>
        <message>
            <source>Query by %1, %2</source>
            <comment>who, when</comment>
            <translation>%1 于 %2 提出质疑</translation>
        </message>
        <message>
            <source>Query answered by %1, %2</source>
            <comment>who, when</comment>
            <translation>%1 于 %2 答复质疑</translation>
        </message>
        <message>
            <source>Correction proposed by %1, %2</source>
            <comment>who, when</comment>
            <translation>%1 于 %2 提议更正</translation>
        </message>
        <message numerus="yes">
            <source>%n open query(ies)</source>
            <translation>
                <numerusform>%n 条质疑待答复</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n answered query(ies) to close</source>
            <translation>
                <numerusform>%n 条质疑待关闭</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n correction(s) to decide on</source>
            <translation>
                <numerusform>%n 项更正待决定</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 · %2 · %3</source>
            <comment>subject, instrument, timepoint</comment>
            <translation>%1 · %2 · %3</translation>
        </message>
    </context>
    <context>
        <name>serein::ui::StudyModel</name>
        <message>
            <source>has to consent to document %1 first</source>
            <translation>须先签署知情同意书 %1</translation>
        </message>
        <message>
            <source>has the tablet just now</source>
            <translation>此刻正使用平板</translation>
        </message>
        <message>
            <source>data are frozen or locked</source>
            <translation>数据已冻结或锁定</translation>
        </message>
        <message>
            <source>has begun a scale that this version no longer has</source>
            <translation>已开始填写此版本不再包含的量表</translation>
        </message>
        <message>
            <source>would tell the allocation</source>
            <translation>会透露分组</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <comment>file, fault</comment>
            <translation>%1：%2</translation>
        </message>
        <message>
            <source>%1 at %2: %3</source>
            <comment>file, place, fault</comment>
            <translation>%1 的 %2 处：%3</translation>
        </message>
        <message numerus="yes">
            <source>This file can&apos;t be used, and nothing was changed. %n fault(s) in it, listed below.</source>
            <translation>
                <numerusform>此文件不可用，未作任何更改。其中有 %n 处问题，列于下方。</numerusform>
            </translation>
        </message>
        <message>
            <source>In use from now on. %1</source>
            <translation>从现在起使用。%1</translation>
        </message>
        <message>
            <source>Version %1 is in force for whoever is enrolled from now on. Whoever is enrolled already follows theirs until they are moved.</source>
            <translation>版本 %1 对今后入组者生效。已入组者在被转移之前仍按原版本进行。</translation>
        </message>
        <message>
            <source>Moved to version %1.</source>
            <translation>已转到版本 %1。</translation>
        </message>
        <message>
            <source>Moved to version %1: %2. Still waiting: %3.</source>
            <translation>已转到版本 %1：%2 位。仍在等待：%3 位。</translation>
        </message>
    </context>
    <context>
        <name>serein::ui::TrendModel</name>
        <message>
            <source>%1 from %2</source>
            <comment>a band, its lowest score</comment>
            <translation>%1：≥ %2</translation>
        </message>
        <message>
            <source>%1 (%2)</source>
            <comment>a timepoint, how many times by now</comment>
            <translation>%1（%2）</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <comment>a timepoint, a score</comment>
            <translation>%1：%2</translation>
        </message>
        <message>
            <source>no value</source>
            <translation>无数值</translation>
        </message>
        <message>
            <source>%1 to %2</source>
            <translation>%1 至 %2</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <comment>an instrument, one of its scores</comment>
            <translation>%1：%2</translation>
        </message>
        <message>
            <source>%1, higher is worse</source>
            <comment>a range</comment>
            <translation>%1，越高越差</translation>
        </message>
        <message>
            <source>%1, higher is better</source>
            <comment>a range</comment>
            <translation>%1，越高越好</translation>
        </message>
        <message>
            <source>%1 (%2)</source>
            <comment>an instrument, a timepoint</comment>
            <translation>%1（%2）</translation>
        </message>
        <message>
            <source>; </source>
            <comment>between parts of a list</comment>
            <translation>；</translation>
        </message>
        <message>
            <source>yes</source>
            <translation>是</translation>
        </message>
        <message>
            <source>no</source>
            <translation>否</translation>
        </message>
        <message>
            <source>unknown</source>
            <translation>未知</translation>
        </message>
    </context>
    <context>
        <name>serein::ui::WorklistModel</name>
        <message>
            <source>All</source>
            <translation>全部</translation>
        </message>
    </context>
    <context>
        <name>Refusals</name>
        <message>
            <source>this certificate is named twice</source>
            <translation>此证书被指定了两次</translation>
        </message>
        <message>
            <source>from 1 to 744 hours, or 0: only on demand</source>
            <translation>1 至 744 小时，或 0：仅在需要时</translation>
        </message>
        <message>
            <source>%1 is no event of this participant with free text in it</source>
            <translation>%1 不是该受试者含自由文字的事件</translation>
        </message>
        <message>
            <source>there is no free text</source>
            <translation>其中没有自由文字</translation>
        </message>
        <message>
            <source>none of this item's choices</source>
            <translation>不是可选的答案</translation>
        </message>
        <message>
            <source>not a list of choices</source>
            <translation>不是选项列表</translation>
        </message>
        <message>
            <source>the choice stands twice</source>
            <translation>同一选项选了两次</translation>
        </message>
        <message>
            <source>not a whole number</source>
            <translation>不是整数</translation>
        </message>
        <message>
            <source>more than one place after the point</source>
            <translation>小数位超过一位</translation>
        </message>
        <message>
            <source>more than %1 places after the point</source>
            <translation>小数位超过 %1 位</translation>
        </message>
        <message>
            <source>less than %1</source>
            <translation>小于 %1</translation>
        </message>
        <message>
            <source>more than %1</source>
            <translation>大于 %1</translation>
        </message>
        <message>
            <source>not a number</source>
            <translation>不是数字</translation>
        </message>
        <message>
            <source>not a clock time from 00:00 to 23:59</source>
            <translation>不是 00:00 至 23:59 的时刻</translation>
        </message>
        <message>
            <source>not a duration: minutes, or ISO 8601 such as PT7H30M</source>
            <translation>不是时长：请填写分钟数，或如 7:30</translation>
        </message>
        <message>
            <source>not a date such as 2026-11-20</source>
            <translation>不是日期，例如 2026-11-20</translation>
        </message>
        <message>
            <source>not a time with its offset such as 2026-11-20T14:05+08:00</source>
            <translation>不是日期和时间，例如 2026-11-20 14:05</translation>
        </message>
        <message>
            <source>not a text</source>
            <translation>不是文字</translation>
        </message>
        <message>
            <source>longer than %1 characters</source>
            <translation>超过 %1 个字符</translation>
        </message>
        <message>
            <source>has control characters</source>
            <translation>含有不可见字符</translation>
        </message>
        <message>
            <source>%1 (%2) may not %3</source>
            <translation>%1（%2）无权进行此操作</translation>
        </message>
        <message>
            <source>the data are %1</source>
            <translation>数据%1</translation>
        </message>
        <message>
            <source>the data are %1 already</source>
            <translation>现在数据就是%1</translation>
        </message>
        <message>
            <source>the data are locked</source>
            <translation>数据已锁定</translation>
        </message>
        <message>
            <source>data are open, frozen or locked</source>
            <translation>数据只能是开放、冻结或锁定</translation>
        </message>
        <message>
            <source>please write something here</source>
            <translation>请在此填写</translation>
        </message>
        <message>
            <source>is %1 characters long; at most %2 fit</source>
            <translation>共 %1 个字符，最多 %2 个</translation>
        </message>
        <message>
            <source>holds characters that cannot be seen: please type it again</source>
            <translation>含有不可见字符，请重新输入</translation>
        </message>
        <message>
            <source>the two passphrases differ</source>
            <translation>两次输入的口令不一致</translation>
        </message>
        <message>
            <source>the passphrase is too short: at least %1 characters</source>
            <translation>口令太短，至少 %1 个字符</translation>
        </message>
        <message>
            <source>a name has letters, digits, dot, dash and underscore, begins with a letter, and is at most 32 characters long</source>
            <translation>名称只能含字母、数字、点、短横和下划线，以字母开头，最多 32 个字符</translation>
        </message>
        <message>
            <source>the name is taken; names are never used twice</source>
            <translation>此名称已有人使用；名称不会再次使用</translation>
        </message>
        <message>
            <source>the name &quot;%1&quot; is taken; names are never used twice</source>
            <translation>名称“%1”已有人使用；名称不会再次使用</translation>
        </message>
        <message>
            <source>an account needs a role</source>
            <translation>账户至少需要一个角色</translation>
        </message>
        <message>
            <source>there is no active account of that name</source>
            <translation>没有这个名称的有效账户</translation>
        </message>
        <message>
            <source>there is no account &quot;%1&quot;</source>
            <translation>没有账户“%1”</translation>
        </message>
        <message>
            <source>no active account &quot;%1&quot;</source>
            <translation>没有有效账户“%1”</translation>
        </message>
        <message>
            <source>the account &quot;%1&quot; is not active</source>
            <translation>账户“%1”已停用</translation>
        </message>
        <message>
            <source>these are the roles already</source>
            <translation>现在就是这些角色</translation>
        </message>
        <message>
            <source>somebody has to stay administrator</source>
            <translation>至少要保留一名管理员</translation>
        </message>
        <message>
            <source>the last administrator cannot be disabled</source>
            <translation>不能停用最后一名管理员</translation>
        </message>
        <message>
            <source>your own passphrase is changed with the one that holds until now</source>
            <translation>更改自己的口令需先输入现用口令</translation>
        </message>
        <message>
            <source>the name or the passphrase is not right</source>
            <translation>名称或口令不正确</translation>
        </message>
        <message>
            <source>too many wrong passphrases: try again in %1 s</source>
            <translation>口令错误次数过多，请在 %1 秒后再试</translation>
        </message>
        <message>
            <source>this file cannot be read</source>
            <translation>无法读取此文件</translation>
        </message>
        <message>
            <source>a PIN has 4 to 8 digits</source>
            <translation>PIN 为 4 至 8 位数字</translation>
        </message>
        <message>
            <source>please choose another PIN</source>
            <translation>请另选一个 PIN</translation>
        </message>
        <message>
            <source>that is not a PIN of this run</source>
            <translation>这不是本次开机设置的 PIN</translation>
        </message>
        <message>
            <source>too many tries: unlock with a passphrase</source>
            <translation>尝试次数过多，请用口令解锁</translation>
        </message>
        <message>
            <source>there is no such alert</source>
            <translation>没有这条警示</translation>
        </message>
        <message>
            <source>this study keeps what the alert says from %1: call its contact</source>
            <translation>本研究不向 %1 显示警示内容，请呼叫联系人</translation>
        </message>
        <message>
            <source>%1 has acknowledged this alert already</source>
            <translation>%1 已确认过此警示</translation>
        </message>
        <message>
            <source>this study keeps what the alert says from %1</source>
            <translation>本研究不向 %1 显示警示内容</translation>
        </message>
        <message>
            <source>an alert is acknowledged, with what was done, before it is closed</source>
            <translation>警示须先确认并写明处理，之后才能关闭</translation>
        </message>
        <message>
            <source>%1 has closed this alert already</source>
            <translation>%1 已关闭此警示</translation>
        </message>
        <message>
            <source>this is no text pack: it names no instrument</source>
            <translation>这不是文本包：其中没有量表名称</translation>
        </message>
        <message>
            <source>the study does not use the instrument &quot;%1&quot;</source>
            <translation>本研究不使用量表“%1”</translation>
        </message>
        <message>
            <source>the study does not ask in the language &quot;%1&quot;</source>
            <translation>本研究不使用语言“%1”</translation>
        </message>
        <message>
            <source>exactly this pack is in use already</source>
            <translation>正在使用的就是这个文本包</translation>
        </message>
        <message>
            <source>this is another study (&quot;%1&quot;); a vault holds one</source>
            <translation>这是另一项研究（“%1”）；一个数据库只存一项研究</translation>
        </message>
        <message>
            <source>this version is in force already</source>
            <translation>此版本已在执行</translation>
        </message>
        <message>
            <source>the version &quot;%1&quot; was in force with another content: an amendment has a number of its own</source>
            <translation>版本“%1”曾以其他内容执行：修订案须有自己的版本号</translation>
        </message>
        <message>
            <source>%1 follows the version in force already</source>
            <translation>%1 已按现行版本进行</translation>
        </message>
        <message>
            <source>the tablet is with %1</source>
            <translation>平板在 %1 手中</translation>
        </message>
        <message>
            <source>the data of %1 are frozen or locked</source>
            <translation>%1 的数据已冻结或锁定</translation>
        </message>
        <message>
            <source>%1 has not consented to document %2 yet</source>
            <translation>%1 尚未签署知情同意书 %2</translation>
        </message>
        <message>
            <source>%1 has begun an assessment that the version in force no longer has</source>
            <translation>%1 已开始一项现行版本中不再有的评估</translation>
        </message>
        <message>
            <source>write what the clock shows, like 14:05 or 14:05:30</source>
            <translation>请写下时钟显示的时间，例如 14:05 或 14:05:30</translation>
        </message>
        <message>
            <source>please say when</source>
            <translation>请填写时间</translation>
        </message>
        <message>
            <source>this is more than a year ahead</source>
            <translation>比现在晚一年以上</translation>
        </message>
        <message>
            <source>this is more than ten years before the enrolment</source>
            <translation>比入组早十年以上</translation>
        </message>
        <message>
            <source>it happened again, so this has to be later than the first time</source>
            <translation>这是再次发生，因此须晚于第一次</translation>
        </message>
        <message>
            <source>this is the time that stands there already</source>
            <translation>现在就是这个时间</translation>
        </message>
        <message>
            <source>the study has no anchor &quot;%1&quot;</source>
            <translation>本研究没有时间锚点“%1”</translation>
        </message>
        <message>
            <source>the anchor &quot;%1&quot; is set already: move it (postponed) or correct it (mistyped)</source>
            <translation>锚点“%1”已设定：请改期（推迟）或更正（录错）</translation>
        </message>
        <message>
            <source>the anchor &quot;%1&quot; is not set yet</source>
            <translation>锚点“%1”尚未设定</translation>
        </message>
        <message>
            <source>consent given anew is recorded with the consents</source>
            <translation>再次同意请在知情同意处记录</translation>
        </message>
        <message>
            <source>please write date and time like 2026-11-20 14:05</source>
            <translation>请按 2026-11-20 14:05 的格式填写日期和时间</translation>
        </message>
        <message>
            <source>this time does not exist on that day: the clock is put forward past it</source>
            <translation>当天没有这个时刻：时钟在此拨快</translation>
        </message>
        <message>
            <source>%1: the definition has no item %2</source>
            <translation>%1：定义中没有条目 %2</translation>
        </message>
        <message>
            <source>there is no such assessment</source>
            <translation>没有这项评估</translation>
        </message>
        <message>
            <source>it would tell the arm, which this study keeps from you</source>
            <translation>这会透露分组，本研究不向您显示</translation>
        </message>
        <message>
            <source>it has not been submitted yet: the answer is changed where it was given</source>
            <translation>尚未提交：请在作答处更改</translation>
        </message>
        <message>
            <source>there is no such question</source>
            <translation>没有这个问题</translation>
        </message>
        <message>
            <source>this question was not asked, as the other answers stand</source>
            <translation>按其他回答，此题未被提问</translation>
        </message>
        <message>
            <source>that is the answer that stands there already</source>
            <translation>现在就是这个回答</translation>
        </message>
        <message>
            <source>the participant answered this: propose a correction, and an investigator decides</source>
            <translation>这是受试者的回答：请提出更正，由研究者决定</translation>
        </message>
        <message>
            <source>another correction of this answer waits for an investigator</source>
            <translation>此回答已有一项更正在等研究者决定</translation>
        </message>
        <message>
            <source>there is no such proposal</source>
            <translation>没有这项更正提议</translation>
        </message>
        <message>
            <source>%1 has decided it already</source>
            <translation>%1 已作出决定</translation>
        </message>
        <message>
            <source>your own proposal is decided by another investigator</source>
            <translation>自己提出的更正须由另一位研究者决定</translation>
        </message>
        <message>
            <source>the answer has changed since this was proposed</source>
            <translation>提出后回答已有变化</translation>
        </message>
        <message>
            <source>the second identifier (%1) is missing or of another form</source>
            <translation>第二标识（%1）缺失或格式不符</translation>
        </message>
        <message>
            <source>please choose the site</source>
            <translation>请选择中心</translation>
        </message>
        <message>
            <source>the study has no site &quot;%1&quot;</source>
            <translation>本研究没有中心“%1”</translation>
        </message>
        <message>
            <source>this study keeps no consent here</source>
            <translation>本研究不在此记录知情同意</translation>
        </message>
        <message>
            <source>this study has no consent form of that version</source>
            <translation>本研究没有这一版本的知情同意书</translation>
        </message>
        <message>
            <source>please say who consented: %1</source>
            <translation>请说明由谁同意</translation>
        </message>
        <message>
            <source>this is not the consent form that the study asks for now</source>
            <translation>这不是本研究现在要求的知情同意书</translation>
        </message>
        <message>
            <source>who has regained capacity consents in person</source>
            <translation>恢复行为能力者须本人同意</translation>
        </message>
        <message>
            <source>this is before the capacity was lost</source>
            <translation>早于丧失行为能力的时间</translation>
        </message>
        <message>
            <source>this is before the first consent</source>
            <translation>早于首次同意</translation>
        </message>
        <message>
            <source>this is still to come: consent is entered once it was given</source>
            <translation>时间尚未到：同意之后才能记录</translation>
        </message>
        <message>
            <source>this is more than a year before the enrolment</source>
            <translation>比入组早一年以上</translation>
        </message>
        <message>
            <source>&quot;%1&quot; is not a subject id of this study, such as %2</source>
            <translation>“%1”不是本研究的受试者编号，例如 %2</translation>
        </message>
        <message>
            <source>the check digit at its end does not fit: please compare every digit</source>
            <translation>末位校验码不符，请逐位核对</translation>
        </message>
        <message>
            <source>%1 is enrolled already</source>
            <translation>%1 已入组</translation>
        </message>
        <message>
            <source>the study has no language &quot;%1&quot;</source>
            <translation>本研究没有语言“%1”</translation>
        </message>
        <message>
            <source>the questions have no text size of %1 %</source>
            <translation>题目没有 %1 % 的字号</translation>
        </message>
        <message>
            <source>nothing more is asked of this participant: there is nothing to consent to</source>
            <translation>不再向该受试者提问，无需同意</translation>
        </message>
        <message>
            <source>its date is set already: if it was mistyped, correct the date</source>
            <translation>其日期已设定：若录错请更正日期</translation>
        </message>
        <message>
            <source>it is recorded already that screening failed</source>
            <translation>已记录筛选失败</translation>
        </message>
        <message>
            <source>who this participant is was destroyed: nothing of it is kept any more</source>
            <translation>该受试者的身份信息已销毁，不再保存</translation>
        </message>
        <message>
            <source>&quot;%1&quot; is not filled in at %2</source>
            <translation>“%1”不在 %2 填写</translation>
        </message>
        <message>
            <source>%1 is answered by the participant</source>
            <translation>%1 由受试者作答</translation>
        </message>
        <message>
            <source>%1 would tell the arm, which this study keeps from %2</source>
            <translation>%1 会透露分组，本研究不向 %2 显示</translation>
        </message>
        <message>
            <source>%1 at %2 has been submitted already</source>
            <translation>%2 的 %1 已提交</translation>
        </message>
        <message>
            <source>%1 has no words in %2</source>
            <translation>%1 没有 %2 的文字</translation>
        </message>
        <message>
            <source>its window has not opened yet: please say why it is asked early</source>
            <translation>时间窗尚未开始：请说明提前的原因</translation>
        </message>
        <message>
            <source>its window has closed: please say why it is asked late</source>
            <translation>时间窗已结束：请说明延后的原因</translation>
        </message>
        <message>
            <source>its window has no date yet: please say why it is asked all the same</source>
            <translation>时间窗尚无日期：请说明仍要进行的原因</translation>
        </message>
        <message>
            <source>&quot;%1&quot; is not a mode: %2</source>
            <translation>“%1”不是作答方式</translation>
        </message>
        <message>
            <source>please say who helps, reads aloud or answers</source>
            <translation>请说明由谁协助、朗读或代答</translation>
        </message>
        <message>
            <source>the study has no timepoint &quot;%1&quot;</source>
            <translation>本研究没有时间点“%1”</translation>
        </message>
        <message>
            <source>everything that the participant answers at this timepoint has been answered</source>
            <translation>该时间点由受试者回答的内容均已完成</translation>
        </message>
        <message>
            <source>that is not this participant's second identifier: please check who this is</source>
            <translation>与该受试者的第二标识不符，请核对身份</translation>
        </message>
        <message>
            <source>%1 has not been submitted</source>
            <translation>%1 尚未提交</translation>
        </message>
        <message>
            <source>its window is not open: it is never continued at another time</source>
            <translation>时间窗未开放：不能在其他时间继续</translation>
        </message>
        <message>
            <source>%1 has not been filled in</source>
            <translation>%1 尚未填写</translation>
        </message>
        <message>
            <source>what was answered at %1 is fresh enough: it is not asked again</source>
            <translation>%1 的回答仍在有效期内，无需重问</translation>
        </message>
        <message>
            <source>something at %1 is still open: finish it first</source>
            <translation>%1 还有未完成的内容，请先完成</translation>
        </message>
        <message>
            <source>&quot;%1&quot; is not asked at %2</source>
            <translation>“%1”不在 %2 提问</translation>
        </message>
        <message>
            <source>please choose why: %1</source>
            <translation>请选择原因</translation>
        </message>
        <message>
            <source>everything there was begun or answered: nothing was missed</source>
            <translation>该处内容均已开始或完成，没有漏做</translation>
        </message>
        <message>
            <source>its window has not opened yet, so nothing was missed</source>
            <translation>时间窗尚未开始，没有漏做</translation>
        </message>
        <message>
            <source>please choose who was reached: %1</source>
            <translation>请选择联系到了谁</translation>
        </message>
        <message>
            <source>please choose what it came to: %1</source>
            <translation>请选择结果</translation>
        </message>
        <message>
            <source>there is no such query</source>
            <translation>没有这条质疑</translation>
        </message>
        <message>
            <source>%1 has closed it already</source>
            <translation>%1 已关闭</translation>
        </message>
        <message>
            <source>it has not been submitted yet</source>
            <translation>尚未提交</translation>
        </message>
        <message>
            <source>%1 has verified it already</source>
            <translation>%1 已核对</translation>
        </message>
        <message>
            <source>%1 withdrew the use of their records</source>
            <translation>%1 已撤回记录的使用</translation>
        </message>
        <message>
            <source>%1 has the tablet just now: take it back first</source>
            <translation>平板现在 %1 手中，请先收回</translation>
        </message>
        <message>
            <source>%1 has no such timepoint</source>
            <translation>%1 没有这个时间点</translation>
        </message>
        <message>
            <source>%1 is not asked at %2</source>
            <translation>%2 不提问 %1</translation>
        </message>
        <message>
            <source>%1 is asked there in another version</source>
            <translation>该处使用 %1 的另一版本</translation>
        </message>
        <message>
            <source>%1 at %2 has been begun there already: void that one first</source>
            <translation>该处 %2 的 %1 已开始，请先作废</translation>
        </message>
        <message>
            <source>there is no such voided assessment</source>
            <translation>没有这项已作废的评估</translation>
        </message>
        <message>
            <source>it stands there already</source>
            <translation>已在该处</translation>
        </message>
        <message>
            <source>not a date or a time such as 2026-11-20T14:05+08:00</source>
            <translation>不是日期或时间，例如 2026-11-20T14:05+08:00</translation>
        </message>
        <message>
            <source>is still to come</source>
            <translation>时间尚未到</translation>
        </message>
        <message>
            <source>&quot;%1&quot; is not a mode of back-entry: %2</source>
            <translation>“%1”不是补录方式</translation>
        </message>
        <message>
            <source>what stands on paper is typed in twice</source>
            <translation>纸质内容须录入两遍</translation>
        </message>
        <message>
            <source>%1 has not been asked %2 times</source>
            <translation>%1 尚未问过 %2 次</translation>
        </message>
        <message>
            <source>%1 at %2 has been begun or submitted already</source>
            <translation>%2 的 %1 已开始或提交</translation>
        </message>
        <message>
            <source>you have signed it, and nothing has changed since</source>
            <translation>您已签名，且之后没有变化</translation>
        </message>
        <message>
            <source>a participant has the tablet just now: take it back first</source>
            <translation>平板现在受试者手中，请先收回</translation>
        </message>
        <message>
            <source>unblinding is an emergency or planned</source>
            <translation>揭盲须为紧急或计划</translation>
        </message>
        <message>
            <source>you were unblinded for this participant already</source>
            <translation>您已对该受试者揭盲</translation>
        </message>
        <message>
            <source>please choose</source>
            <translation>请选择</translation>
        </message>
        <message>
            <source>please say who decided</source>
            <translation>请说明由谁决定</translation>
        </message>
        <message>
            <source>please choose what ends</source>
            <translation>请选择终止的内容</translation>
        </message>
        <message>
            <source>this has ended already</source>
            <translation>已经终止</translation>
        </message>
        <message>
            <source>who they are is needed while anything is still asked: end the questionnaires and the calls too</source>
            <translation>仍有提问时需要身份信息：请同时终止问卷和电话</translation>
        </message>
        <message>
            <source>this cannot be undone: please type the subject id to confirm it</source>
            <translation>此操作不可撤销：请输入受试者编号确认</translation>
        </message>
        <message>
            <source>participation is suspended already: resume it first</source>
            <translation>已暂停参与，请先恢复</translation>
        </message>
        <message>
            <source>nothing more is asked of this participant: there is nothing to suspend</source>
            <translation>不再向该受试者提问，无需暂停</translation>
        </message>
        <message>
            <source>please choose why</source>
            <translation>请选择原因</translation>
        </message>
        <message>
            <source>participation is not suspended</source>
            <translation>未暂停参与</translation>
        </message>
        <message>
            <source>who has regained capacity consents first: record that consent</source>
            <translation>恢复行为能力者须先同意：请记录其同意</translation>
        </message>
        <message>
            <source>it was not decided that who they are is destroyed</source>
            <translation>没有决定销毁身份信息</translation>
        </message>
        <message>
            <source>nothing more is asked of this participant: where they are is not kept</source>
            <translation>不再向该受试者提问，不再记录所在位置</translation>
        </message>
        <message>
            <source>please choose where</source>
            <translation>请选择位置</translation>
        </message>
        <message>
            <source>who is at home has no ward and no bed</source>
            <translation>在家者没有病区和床位</translation>
        </message>
        <message>
            <source>the notes of this participant were destroyed: none is added any more</source>
            <translation>该受试者的备注已销毁，不再添加</translation>
        </message>
        <message>
            <source>the tablet is not handed over to this participant</source>
            <translation>平板未交给该受试者</translation>
        </message>
        <message>
            <source>&quot;%1&quot; has no words in %2: add the site's licensed pack</source>
            <translation>“%1”没有 %2 的文字：请添加本中心获授权的文本包</translation>
        </message>
        <message>
            <source>the words of %1 in %2 cannot be used: %3</source>
            <translation>%1 的 %2 文字不能使用</translation>
        </message>
        <message>
            <source>the key of this participant's %1 was destroyed</source>
            <translation>该受试者这类信息的密钥已销毁</translation>
        </message>
        <message>
            <source>there is no such participant</source>
            <translation>没有这位受试者</translation>
        </message>
        <message>
            <source>nobody is enrolled under this subject id</source>
            <translation>没有以此编号入组的受试者</translation>
        </message>
        <message>
            <source>the disk is full; nothing was changed</source>
            <translation>存储空间已满，没有任何更改</translation>
        </message>
        <message>
            <source>the database cannot be used: disk I/O error</source>
            <translation>数据库读写磁盘时出错</translation>
        </message>
        <message>
            <source>the database cannot be used: %1</source>
            <translation>数据库无法使用：%1</translation>
        </message>
        <message>
            <source>%1: it is not the event that the next one follows (it was replaced)</source>
            <translation>%1：不是下一条记录所接续的事件（已被替换）</translation>
        </message>
        <message>
            <source>%1: it is missing</source>
            <translation>%1：缺失</translation>
        </message>
        <message>
            <source>the vault is open in another program</source>
            <translation>数据库正被另一程序打开</translation>
        </message>
        <message>
            <source>there is no such folder that can be written to</source>
            <translation>没有这个可写入的文件夹</translation>
        </message>
        <message>
            <source>too little room: %1 MB are needed, %2 MB are free</source>
            <translation>空间不足：需要 %1 MB，可用 %2 MB</translation>
        </message>
        <message>
            <source>this vault has no recovery certificate, so nobody could open a backup: the administrator names one first</source>
            <translation>尚无恢复证书，备份将无人能打开：请管理员先指定证书</translation>
        </message>
        <message>
            <source>at least one backup is kept</source>
            <translation>至少保留一份备份</translation>
        </message>
        <message>
            <source>screening is over, the study has begun for this participant: record a withdrawal instead</source>
            <translation>筛选已结束，该受试者已进入研究：请改为记录退出</translation>
        </message>
        <message>
            <source>consent has not been recorded: it comes before the first question</source>
            <translation>尚未记录知情同意：须先同意才能提问</translation>
        </message>
        <message>
            <source>consent to document %1 is needed before anything else is asked</source>
            <translation>须先同意知情同意书 %1 才能继续提问</translation>
        </message>
        <message>
            <source>screening failed: nothing is asked</source>
            <translation>筛选失败，不再提问</translation>
        </message>
        <message>
            <source>the form of eligibility says that this person can't take part</source>
            <translation>入选标准表显示此人不能参加</translation>
        </message>
        <message>
            <source>participation is suspended: resume it first</source>
            <translation>已暂停参与，请先恢复</translation>
        </message>
        <message>
            <source>this participant has withdrawn from it</source>
            <translation>该受试者已退出此项</translation>
        </message>
        <message>
            <source>this participant has withdrawn from calls</source>
            <translation>该受试者已拒绝电话联系</translation>
        </message>
        <message>
            <source>it was recorded that this participant has died</source>
            <translation>已记录该受试者死亡</translation>
        </message>
        <message>
            <source>open</source>
            <translation>开放</translation>
        </message>
        <message>
            <source>frozen</source>
            <translation>已冻结</translation>
        </message>
        <message>
            <source>locked</source>
            <translation>已锁定</translation>
        </message>
        <message>
            <source>nothing there is recorded as missed</source>
            <translation>该处没有记录为漏做的内容</translation>
        </message>
        <message>
            <source>this is what stands there already</source>
            <translation>现在就是这样记录的</translation>
        </message>
        <message>
            <source>%1 is no event of the tablets&apos; own with free text in it</source>
            <translation>%1 不是平板自身含自由文字的事件</translation>
        </message>
        <message>
            <source>the record of %1 changed while everybody&apos;s tables were written: they are to be exported again</source>
            <translation>写入全部受试者的合并表期间，%1 的记录有改动：请重新导出</translation>
        </message>
    </context>
    <context>
        <name>StudyDataPage</name>
        <message>
            <source>Signature and lock</source>
            <translation>签名与锁定</translation>
        </message>
        <message>
            <source>The data of the whole study are %1.</source>
            <translation>整个研究的数据状态：%1。</translation>
        </message>
        <message>
            <source>Nobody has signed the study yet.</source>
            <translation>尚无人为本研究签名。</translation>
        </message>
        <message>
            <source>Investigators sign; data managers and investigators freeze; data managers lock.</source>
            <translation>研究者签名；数据管理员和研究者冻结；数据管理员锁定。</translation>
        </message>
        <message>
            <source>Your name and this moment stand with your signature. It breaks, and says so, when anybody's data change.</source>
            <translation>签名会附上您的姓名和此刻时间。任何人的数据有变化，签名即失效并注明。</translation>
        </message>
        <message>
            <source>Nothing is asked, entered or corrected any more. Sources are still compared, queries answered, and signatures given.</source>
            <translation>不再提问、录入或更正。仍可核对原始记录、回答质疑和签名。</translation>
        </message>
        <message>
            <source>Nothing is changed any more, and nothing is signed. Only a data manager opens the data again.</source>
            <translation>不再有任何更改，也不再签名。只有数据管理员能重新开放数据。</translation>
        </message>
        <message>
            <source>Everything can be asked, entered and corrected again. What happened stays in the record.</source>
            <translation>可以再次提问、录入和更正。已发生的一切仍保留在记录中。</translation>
        </message>
        <message>
            <source>What your signature means</source>
            <translation>签名的含义</translation>
        </message>
        <message>
            <source>Why</source>
            <translation>原因</translation>
        </message>
        <message>
            <source>Your passphrase</source>
            <translation>您的口令</translation>
        </message>
        <message>
            <source>Sign</source>
            <translation>签名</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>So far</source>
            <translation>至今</translation>
        </message>
    </context>
    <context>
        <name>serein::ui::StudyDataModel</name>
        <message>
            <source>Signed by %1, %2: %3</source>
            <comment>who, when, what it means</comment>
            <translation>%1 于 %2 签名：%3</translation>
        </message>
        <message>
            <source>Sign the study</source>
            <translation>为研究签名</translation>
        </message>
        <message>
            <source>Freeze all data</source>
            <translation>冻结全部数据</translation>
        </message>
        <message>
            <source>Lock all data</source>
            <translation>锁定全部数据</translation>
        </message>
        <message>
            <source>Open all data again</source>
            <translation>重新开放全部数据</translation>
        </message>
        <message>
            <source>, </source>
            <comment>between subject ids</comment>
            <translation>、</translation>
        </message>
        <message>
            <source>No longer holds: data changed since, of %1 and others (%2)</source>
            <translation>签名已失效：之后 %1 等（共 %2 位）的数据有变化</translation>
        </message>
        <message>
            <source>No longer holds: data changed since, of %1</source>
            <translation>签名已失效：之后 %1 的数据有变化</translation>
        </message>
        <message>
            <source>%1 (%2), %3</source>
            <comment>name, role, when</comment>
            <translation>%1（%2），%3</translation>
        </message>
        <message>
            <source>%1 · %2</source>
            <comment>what, by whom and when</comment>
            <translation>%1 · %2</translation>
        </message>
        <message>
            <source>Signed</source>
            <translation>已签名</translation>
        </message>
        <message>
            <source>The study is signed.</source>
            <translation>已为本研究签名。</translation>
        </message>
        <message>
            <source>Saved.</source>
            <translation>已保存。</translation>
        </message>
    </context>
</TS>
